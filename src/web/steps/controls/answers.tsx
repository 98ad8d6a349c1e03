import { useTranslation } from 'react-i18next'
import { LongField } from '../../parts/field.tsx'
import { useAround } from '../context.ts'
import type { ControlProps } from '../control.tsx'
import { useFieldName } from '../form.tsx'

type Notice = { items: { no: number; path: string; demand: string }[]; answeredOn: string | null }

/** An answer to every item of the notice that is still open. */
export function Answers({ field, value, onChange }: ControlProps) {
  const { t } = useTranslation('steps')
  const label = useFieldName()(field)
  const { detail } = useAround()
  const notice = (detail?.case.file.notices as Notice[] | undefined)?.findLast(({ answeredOn }) => !answeredOn)
  if (!notice) return null
  const rows = (value as { item: number; answer: string }[] | undefined) ?? []
  const answerTo = (no: number) => rows.find(({ item }) => item === no)?.answer ?? ''
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {notice.items.map((item) => (
        <LongField
          key={item.no}
          required
          rows={2}
          label={`${t('items.no', { n: item.no })} · ${item.demand}`}
          value={answerTo(item.no)}
          onChange={(answer) => onChange(notice.items.map(({ no }) => ({ item: no, answer: no === item.no ? answer : answerTo(no) })))}
        />
      ))}
    </fieldset>
  )
}
