import { useTranslation } from 'react-i18next'
import type { Away, Employer } from '../../registers/expert-rows.ts'
import { DayField } from '../parts/day-field.tsx'
import { TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'

/** Employers with their dates: conflicts are computed from them. */
export function EmployersField({ value, onChange }: { value: readonly Employer[]; onChange: (next: Employer[]) => void }) {
  const { t } = useTranslation(['pool', 'admin'])
  const put = (at: number, change: Partial<Employer>) => onChange(value.map((one, index) => (index === at ? { ...one, ...change } : one)))
  return (
    <fieldset className="group">
      <legend>{t('card.employers')}</legend>
      {value.map((one, index) => (
        <div className="entry" key={index}>
          <TextField label={t('admin:name')} required value={one.name} onChange={(name) => put(index, { name })} />
          <div className="fields">
            <DayField label={t('admin:since')} value={one.from ?? ''} onChange={(from) => put(index, { from: from || null })} />
            <DayField label={t('admin:to')} value={one.to ?? ''} onChange={(to) => put(index, { to: to || null })} />
          </div>
          <Remove onClick={() => onChange(value.filter((_, other) => other !== index))} />
        </div>
      ))}
      <button type="button" className="btn sm" onClick={() => onChange([...value, { name: '', from: null, to: null }])}>
        <Icon shape="plus" />
        {t('employersAdd')}
      </button>
    </fieldset>
  )
}

/** Periods in which one cannot take part; both days included. */
export function AwayField({ value, onChange }: { value: readonly Away[]; onChange: (next: Away[]) => void }) {
  const { t } = useTranslation('pool')
  const put = (at: number, change: Partial<Away>) => onChange(value.map((one, index) => (index === at ? { ...one, ...change } : one)))
  return (
    <fieldset className="group">
      <legend>{t('card.away')}</legend>
      {value.map((one, index) => (
        <div className="entry" key={index}>
          <div className="fields">
            <DayField label={t('awayFrom')} required value={one.from} onChange={(from) => put(index, { from })} />
            <DayField label={t('awayTo')} required value={one.to} onChange={(to) => put(index, { to })} />
          </div>
          <Remove onClick={() => onChange(value.filter((_, other) => other !== index))} />
        </div>
      ))}
      <button type="button" className="btn sm" onClick={() => onChange([...value, { from: '', to: '' }])}>
        <Icon shape="plus" />
        {t('awayAdd')}
      </button>
    </fieldset>
  )
}

function Remove({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('pool')
  return (
    <button type="button" className="btn quiet sm" onClick={onClick}>
      <Icon shape="bin" />
      {t('remove')}
    </button>
  )
}
