import type { Words } from '../../kernel/words.ts'
import type { Rules, SettingRow } from './shape.ts'

/** `no` is null for what the platform sets of itself. */
export type Article = { no: number | null; label: string; heading: Words | null; settings: SettingRow[] }

/** The articles in their order with those of their settings that are wanted, by item; last what fills no gap of the text. */
export function articlesOf({ coverage, settings }: { coverage: { articles: Pick<Rules['coverage']['articles'][number], 'no' | 'label' | 'heading'>[] }; settings: SettingRow[] }, wanted: (setting: SettingRow, heading: string) => boolean): Article[] {
  const named = [...coverage.articles.map(({ no, label, heading }) => ({ no, label, heading })), { no: null, label: '', heading: null }]
  return named.flatMap((article) => {
    const heading = `${article.label} ${article.heading?.zh ?? ''} ${article.heading?.en ?? ''}`
    const here = settings.filter((setting) => placeOf(setting)[0] === article.no && wanted(setting, heading)).sort((a, b) => placeOf(a)[1] - placeOf(b)[1])
    return here.length > 0 ? [{ ...article, settings: here }] : []
  })
}

/** Article and item that a setting fills. */
function placeOf({ fills }: SettingRow): [article: number | null, item: number] {
  const [, article, item] = fills?.match(/^Art\. (\d+)(?:\((\d+)\))?/) ?? []
  return [article ? Number(article) : null, Number(item ?? 0)]
}
