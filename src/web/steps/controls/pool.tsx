import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InspectionPlanCase } from '../../../procedures/inspection-plan/inspection-plan.case.ts'
import type { Candidate } from '../../../procedures/inspection-plan/inspection-plan.risk.ts'
import { divisionOf } from '../../../settings/divisions.ts'
import { CheckField, SelectField, TextField } from '../../parts/field.tsx'
import { Name } from '../../parts/names.tsx'
import { useListing, useWords } from '../../words.ts'
import { useAround } from '../context.ts'
import type { ControlProps } from '../control.tsx'
import { useFieldName } from '../form.tsx'

type Picked = { base: string; reason: string }

/** Bases of the plan's pool, each with what speaks for looking at it; whoever is chosen has a written reason. */
export function Pool({ field, path, value, onChange, faults }: ControlProps) {
  const { t } = useTranslation('inspection')
  const words = useWords()
  const listing = useListing()
  const label = useFieldName()(field)
  const { detail } = useAround()
  const [marked, setMarked] = useState(false)
  const [county, setCounty] = useState('')
  const pool = (detail?.case.file as Partial<InspectionPlanCase> | undefined)?.pool ?? []
  const picked = (value as Picked[] | undefined) ?? []
  const counties = [...new Set(pool.map((one) => one.county))]
  const shown = pool.filter((one) => (!marked || one.risks.length > 0) && (county === '' || one.county === county))
  const told = (one: Candidate) => listing(one.risks.map((risk) => t(`risk.${risk}`)))
  const pick = (one: Candidate, on: boolean) =>
    onChange(on ? [...picked, { base: one.base, reason: told(one) }] : picked.filter(({ base }) => base !== one.base))
  return (
    <fieldset className="group">
      <legend>
        {label} · {t('planFile.picked', { n: picked.length })}
      </legend>
      <div className="row wrap">
        {counties.length > 1 && (
          <SelectField
            label={t('planFile.county')}
            value={county}
            empty="—"
            choices={counties.map((code) => ({ value: code, label: words(divisionOf(code)?.words) || code }))}
            onChange={setCounty}
          />
        )}
        <CheckField checked={marked} onChange={setMarked}>
          {t('planFile.filter')}
        </CheckField>
        <button
          type="button"
          className="btn sm"
          onClick={() => onChange([...picked, ...shown.filter((one) => !picked.some(({ base }) => base === one.base)).map((one) => ({ base: one.base, reason: told(one) }))])}
        >
          {t('planFile.all')}
        </button>
      </div>
      {shown.map((one) => {
        const row = picked.find(({ base }) => base === one.base)
        return (
          <div className="entry" key={one.base}>
            <CheckField checked={row !== undefined} onChange={(on) => pick(one, on)}>
              <span className="sr">{t('planFile.pick', { name: one.name })}</span>
              <Name name={one.name} /> <span className="faint">{one.base}</span>
              {one.risks.length > 0 && <small className="below t-am">{told(one)}</small>}
            </CheckField>
            {row && (
              <TextField
                label={t('planFile.because', { name: one.name })}
                required
                value={row.reason}
                onChange={(reason) => onChange(picked.map((other) => (other === row ? { ...row, reason } : other)))}
              />
            )}
          </div>
        )
      })}
      {faults[path] && <p className="err">{faults[path]}</p>}
    </fieldset>
  )
}
