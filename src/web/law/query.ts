import { useQuery } from '@tanstack/react-query'
import { get } from '../call.ts'
import type { LawArticle, LawContents } from './shape.ts'

export const useLaw = () => useQuery({ queryKey: ['law'], staleTime: 300_000, queryFn: ({ signal }) => get<LawContents>('/law', signal) })

export const useLawArticle = (no: number) =>
  useQuery({ queryKey: ['law', no], staleTime: 300_000, queryFn: ({ signal }) => get<LawArticle>(`/law/${no}`, signal) })

/** One setting: name, value in force, since when, why. Its own words are part of the product, changes come with the law. */
export function useSetting(key: string) {
  const { data: law } = useLaw()
  const { data: all } = useQuery({
    queryKey: ['setting names'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => import('../../settings/settings.ts'),
  })
  if (!all?.isSettingKey(key)) return undefined
  const setting = all.settingOf(key)
  const changed = law?.settings.find((one) => one.key === key)
  return { ...setting, value: changed?.value ?? setting.value, from: changed?.from ?? setting.validFrom }
}
