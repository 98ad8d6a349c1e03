import { useQuery } from '@tanstack/react-query'
import { get } from '../call.ts'
import { useProcedures } from '../queries.ts'
import { useLanguage } from '../words.ts'
import type { LawArticle, LawContents, LawInUse } from './shape.ts'
import { valueText } from './value.ts'

/** The text of the regulation: part of the product, loaded when somebody reads it. */
const text = () => import('../../regulation/jinzhong-2023/index.ts')
const settings = () => import('../../settings/settings.ts')
const forever = Number.POSITIVE_INFINITY

export const useLawInUse = () => useQuery({ queryKey: ['law in use'], staleTime: 60_000, retry: false, queryFn: ({ signal }) => get<LawInUse>('/law', signal) })

export const useLaw = () => useQuery({
  queryKey: ['law'], staleTime: forever,
  queryFn: async (): Promise<LawContents> => {
    const { regulation } = await text()
    return {
      instrument: { words: regulation.words, from: regulation.effectiveFrom, lapsedOn: regulation.lapsedOn },
      chapters: regulation.chapters.map((chapter) => ({ no: chapter.no, words: chapter, articles: regulation.articles.filter((one) => one.chapter.no === chapter.no).map(({ no, heading }) => ({ no, heading })) })),
    }
  },
})

const isOf = (no: number, law: string | null) => law !== null && Number(law.match(/^Art\. (\d+)/)?.[1]) === no

/** An article with its steps, readings and the settings that fill its gaps. */
export function useLawArticle(no: number): { data: LawArticle | undefined; error: unknown } {
  const language = useLanguage()
  const { data: procedures } = useProcedures()
  const { data: inUse } = useLawInUse()
  const { data, error } = useQuery({ queryKey: ['law', 'sources'], staleTime: forever, queryFn: async () => ({ ...await text(), ...await settings() }) })
  const article = data?.articleOf(no)
  if (!data || !article) return { data: undefined, error: error ?? (data ? new Error('no such article') : null) }
  return {
    error: null,
    data: {
      ...article, gloss: article.gloss,
      readings: [...article.readings, ...(inUse?.readings ?? []).filter(({ law }) => isOf(no, law)).map(({ reading, words, on }) => ({ id: reading, words, decision: on }))],
      settings: data.settingKeys.map((key) => data.settingOf(key)).filter(({ fills }) => isOf(no, fills))
        .map((setting) => ({ key: setting.key, value: valueText(setting, inUse?.settings.find(({ key }) => key === setting.key)?.value ?? setting.value, language) })),
      steps: (procedures ?? []).flatMap(({ procedure, steps }) => steps.filter(({ law }) => isOf(no, law)).map(({ step, says, law }) => ({ procedure, step, says, law }))),
      rules: article.rules.map(({ id, law, modality, says }) => ({ id, law, modality, says })),
    },
  }
}

/** One setting: name, value in force, since when, why. */
export const useSetting = (key: string) => {
  const { data: inUse } = useLawInUse()
  const { data: all } = useQuery({ queryKey: ['law', 'settings'], staleTime: forever, queryFn: settings })
  if (!all?.isSettingKey(key)) return undefined
  const setting = all.settingOf(key)
  const changed = inUse?.settings.find((one) => one.key === key)
  return { ...setting, value: changed?.value ?? setting.value, from: changed?.from ?? setting.validFrom }
}
