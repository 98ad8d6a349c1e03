import { useTranslation } from 'react-i18next'
import { amount } from '../format.ts'

type Fact = string | number | boolean | null | undefined | readonly Fact[] | { readonly [key: string]: Fact }

// What only machines read.
const hidden = /(^|[a-z])(Id|Ids)$|^(id|sha256|hash|entry|snapshot|agreement|parties|status|photos|person|jurisdiction|city|subject|shown|pool|drawn|version|plan)$/

/** Facts of a case as they lie, under the names we know; identifiers are left out. */
export function DataList({ data }: { data: { readonly [key: string]: unknown } }) {
  const { t, i18n } = useTranslation(['case', 'shell'])
  const nameOf = (key: string) => (i18n.exists(`case:fact.${key}`) ? t(`fact.${key}` as 'fact.title') : key)
  const rows = Object.entries(data as { [key: string]: Fact }).filter(([key, value]) => !hidden.test(key) && !isNothing(value))
  return (
    <dl className="kv">
      {rows.map(([key, value]) => (
        <div key={key}>
          <dt>{nameOf(key)}</dt>
          <dd>
            <Value value={value} nameOf={nameOf} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ value, nameOf }: { value: Fact; nameOf: (key: string) => string }) {
  const { t, i18n } = useTranslation(['steps', 'shell'])
  if (typeof value === 'boolean') return value ? t('shell:yes') : t('shell:no')
  if (typeof value === 'number') return amount(value)
  if (typeof value === 'string')
    return isMachine(value) ? null : i18n.exists(`steps:answer.${value}`) ? (
      t(`answer.${value}` as 'answer.yes')
    ) : (
      <span className="prose">{value}</span>
    )
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== 'object' || one === null))
      return value
        .map(String)
        .filter((one) => !isMachine(one))
        .join('、')
    return (
      <ol className="facts">
        {value.map((one, index) => (
          <li key={index}>
            <Value value={one} nameOf={nameOf} />
          </li>
        ))}
      </ol>
    )
  }
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([key, one]) => !hidden.test(key) && !isNothing(one))
    return (
      <>
        {entries.map(([key, one]) => (
          <span className="pair" key={key}>
            <span className="faint">{nameOf(key)}</span> <Value value={one} nameOf={nameOf} />
          </span>
        ))}
      </>
    )
  }
  return null
}

const isNothing = (value: Fact): boolean =>
  value === null || value === undefined || value === '' || (typeof value === 'string' && isMachine(value)) || (Array.isArray(value) && value.length === 0)
const isMachine = (text: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$|^[0-9a-f]{64}$/.test(text)
