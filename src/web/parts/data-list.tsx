import { useTranslation } from 'react-i18next'
import { amount } from '../format.ts'
import type { Schema } from '../steps/schema.ts'
import { useListing, useWords } from '../words.ts'
import { factsTold, type ToldValue } from './facts-told.ts'

/** Facts of a case as they lie, under the names people know; `command`: of the step that brought them. */
export function DataList({ data, command }: { data: { readonly [key: string]: unknown }; command?: Schema | undefined }) {
  const { t, i18n } = useTranslation(['case', 'shell', 'steps'])
  const words = useWords()
  const facts = factsTold(data, command, {
    words,
    fact: (key) => (i18n.exists(`case:fact.${key}`) ? t(`fact.${key}` as 'fact.title') : undefined),
    answer: (value) => (/^\w+$/.test(value) && i18n.exists(`steps:answer.${value}`) ? i18n.t(`steps:answer.${value}` as never) : undefined),
  })
  return (
    <dl className="kv">
      {facts.map(({ key, name, value }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ value }: { value: ToldValue }) {
  const { t } = useTranslation('shell')
  const listing = useListing()
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  if (typeof value === 'number') return amount(value)
  if (typeof value === 'string') return <span className="prose">{value}</span>
  if ('facts' in value)
    return value.facts.map((one) => (
      <span className="pair" key={one.key}>
        <span className="faint">{one.name}</span> <Value value={one.value} />
      </span>
    ))
  if (value.every((one) => typeof one === 'string')) return listing(value)
  return (
    <ol className="facts">
      {value.map((one, index) => (
        <li key={index}>
          <Value value={one} />
        </li>
      ))}
    </ol>
  )
}
