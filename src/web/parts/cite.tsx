import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Basis } from '../../kernel/rule.ts'
import { articleNumber, chineseNumber } from '../format.ts'
import { useArticle } from '../law/open.ts'
import { useLanguage } from '../words.ts'
import { Icon } from './icon.tsx'
import { useSettingName } from '../law/settings.ts'

/** "Art. 10(2)" in its parts; a setting has a key instead. */
export type Place = { no: number; item: number | null } | { setting: string }

export function placeOf(law: Basis): Place {
  if (law.startsWith('setting:')) return { setting: law.slice('setting:'.length) }
  const [, no, item] = law.match(/^Art\. (\d+)(?:\((\d+)\))?/) ?? []
  return { no: Number(no), item: item ? Number(item) : null }
}

/** The words of a citation: 第十条（二） or Art. 10(2); a setting by its name. */
export function useCitation(): (law: Basis) => string {
  const { t } = useTranslation('shell')
  const language = useLanguage()
  const nameOf = useSettingName()
  return (law) => {
    const place = placeOf(law)
    if ('setting' in place) return nameOf(place.setting)
    const no = articleNumber(place.no, language)
    return place.item === null
      ? t('cite.article', { no })
      : t('cite.item', { no, item: language === 'zh' ? chineseNumber(place.item) : place.item })
  }
}

/** Article in Song type, setting dashed with a gear: at a glance who speaks. Every chip opens the text. */
export const Cite = memo(function Cite({ law }: { law: Basis }) {
  const { t } = useTranslation('shell')
  const citation = useCitation()
  const open = useArticle()
  const text = citation(law)
  const isSetting = law.startsWith('setting:')
  return (
    <button
      type="button"
      className={isSetting ? 'cite set' : 'cite'}
      title={isSetting ? t('cite.setting') : undefined}
      aria-label={t('cite.open', { what: text })}
      onClick={() => open(law)}
    >
      {isSetting && <Icon shape="gear" />}
      {text}
    </button>
  )
})

/** What the authority says a text means (Art. 21): violet, double edge. */
export function Reading({ title, no }: { title: string; no: number }) {
  const { t } = useTranslation('shell')
  const open = useArticle()
  return (
    <button type="button" className="cite read" title={t('cite.reading')} onClick={() => open(`Art. ${no}`)}>
      {title}
    </button>
  )
}
