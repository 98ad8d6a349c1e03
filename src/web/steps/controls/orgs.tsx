import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Words } from '../../../kernel/words.ts'
import { get, pathOf } from '../../call.ts'
import { TextField } from '../../parts/field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Name } from '../../parts/names.tsx'
import { useWords } from '../../words.ts'
import type { ControlProps } from '../control.tsx'
import { useFieldName } from '../form.tsx'

/** GET /api/organisations/partners?q=: names only, for whoever may invite. */
type PartnerList = { rows: { id: string; name: string; county: { code: string; words: Words } | null }[] }

/** Organisations of the register, found by name or code. */
export function Orgs({ field, path, value, onChange, faults }: ControlProps) {
  const { t } = useTranslation('steps')
  const words = useWords()
  const label = useFieldName()(field)
  const [q, setQ] = useState('')
  const chosen = (value as { org: string; name: string }[] | undefined) ?? []
  const { data } = useQuery({
    queryKey: ['partners', q],
    enabled: q.trim().length >= 2,
    queryFn: ({ signal }) => get<PartnerList>(pathOf('/organisations/partners', { q: q.trim() }), signal),
  })
  const found = data?.rows.filter((one) => !chosen.some(({ org }) => org === one.id)).slice(0, 8) ?? []
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {chosen.length > 0 && (
        <ul className="chips">
          {chosen.map((one) => (
            <li key={one.org}>
              <Name name={one.name} />
              <button
                type="button"
                aria-label={t('orgs.remove', { name: one.name })}
                onClick={() => onChange(chosen.filter(({ org }) => org !== one.org))}
              >
                <Icon shape="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <TextField label={t('orgs.search')} type="search" value={q} onChange={setQ} error={faults[path]} />
      {found.length > 0 && (
        <ul className="found">
          {found.map((one) => (
            <li key={one.id}>
              <span className="grow">
                <Name name={one.name} /> <span className="faint">{words(one.county?.words)}</span>
              </span>
              <button
                type="button"
                className="btn sm"
                onClick={() => {
                  onChange([...chosen, { org: one.id, name: one.name }])
                  setQ('')
                }}
              >
                {t('orgs.add')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {q.trim().length >= 2 && data && found.length === 0 && <p className="s mute">{t('orgs.none')}</p>}
    </fieldset>
  )
}
