import { useTranslation } from 'react-i18next'
import type { PublicNoticeCase } from '../../../procedures/public-notice/public-notice.case.ts'
import { CheckField, TextField } from '../../parts/field.tsx'
import { Name } from '../../parts/names.tsx'
import { useAround } from '../context.ts'
import type { ControlProps } from '../control.tsx'
import { useFieldName } from '../form.tsx'

type Change = { case: string; name?: string; hosts?: string[]; field?: string; county?: string; remove?: true }
const texts = ['name', 'hosts', 'field', 'county'] as const

/** The list as it is published, each row to be written again or taken out; only what differs is sent. */
export function NoticeRows({ field, path, value, onChange, faults }: ControlProps) {
  const { t } = useTranslation('steps')
  const label = useFieldName()(field)
  const { detail } = useAround()
  const { rows = [], struck = [] } = (detail?.case.file ?? {}) as Partial<PublicNoticeCase>
  const changes = (value as Change[] | undefined) ?? []
  const put = (id: string, change: Change) => {
    const others = changes.filter((one) => one.case !== id)
    const next = Object.keys(change).length > 1 ? [...others, change] : others
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      <p className="s mute">{t('noticeRows.help')}</p>
      <ol className="stack">
        {rows.filter((row) => !struck.includes(row.case)).map((row, at) => {
          const change = changes.find((one) => one.case === row.case) ?? { case: row.case }
          const write = (name: (typeof texts)[number], text: string) => {
            const { [name]: _, ...rest } = change
            put(row.case, text.trim() === printed(row[name]) ? rest : { ...rest, [name]: name === 'hosts' ? text.split('、') : text })
          }
          return (
            <li key={row.case}>
              <b>
                {at + 1} · <Name name={row.name} />
              </b>
              {!change.remove && (
                <div className="stack">
                  {texts.map((name) => (
                    <TextField key={name} label={t(`noticeRows.${name}`)} value={printed(change[name] ?? row[name])} onChange={(text) => write(name, text)} />
                  ))}
                </div>
              )}
              <CheckField checked={change.remove === true} onChange={(on) => put(row.case, on ? { case: row.case, remove: true } : { case: row.case })}>
                {t('noticeRows.remove')}
              </CheckField>
            </li>
          )
        })}
      </ol>
      {faults[path] && <p className="err">{faults[path]}</p>}
    </fieldset>
  )
}

const printed = (value: string | readonly string[]): string => (typeof value === 'string' ? value : value.join('、'))
