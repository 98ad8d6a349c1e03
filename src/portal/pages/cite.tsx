import type { Basis } from '../../kernel/rule.ts'
import { articleOf, citationIn } from './formats.ts'
import { Icon } from './icon.tsx'
import { Go, usePage } from './page.tsx'

/** Where an article lives: "/law/10#4". */
export const articleAddress = (article: number, item: number | null): string => `/law/${article}${item ? `#${item}` : ''}`

/** The law in its own type, a setting with a dashed edge; each opens its text. */
export function Cite({ law, says }: { law: Basis; says?: string }) {
  const { lang, words } = usePage()
  const place = articleOf(law)
  if (place)
    return (
      <Go className="cite" to={articleAddress(place.article, place.item)}>
        {citationIn(lang, place.article, place.item)}
      </Go>
    )
  const key = law.replace(/^setting:/, '')
  return (
    <Go className="cite set" to={`/law#setting-${key}`}>
      <Icon name="gear" />
      {says ?? words.law.rule}
    </Go>
  )
}
