import { useTranslation } from 'react-i18next'
import type { AwardRule } from '../../settings/setting.ts'
import { NumberField, SelectField } from '../parts/field.tsx'

const kinds = ['none', 'fixed', 'byGrade', 'shareOfInvestment', 'matching'] as const
const grades = ['excellent', 'good', 'fair', 'poor'] as const
type Kind = (typeof kinds)[number]

/** The rule of the award: none, a fixed amount, an amount by grade, or a share with a cap. */
export function AwardField({ label, value, onChange }: { label: string; value: unknown; onChange: (value: unknown) => void }) {
  const { t } = useTranslation('law')
  const rule = (typeof value === 'object' ? value : null) as AwardRule | null
  const begin = (kind: Kind) =>
    onChange(kind === 'none' ? null : kind === 'fixed' ? { kind } : kind === 'byGrade' ? { kind, amounts: {} } : { kind })
  const put = (change: object) => onChange({ ...rule, ...change })
  const unit = t('console.award.unit')
  return (
    <fieldset className="group stack">
      <legend>{label}</legend>
      <SelectField
        label={t('console.award.kind')}
        value={rule?.kind ?? 'none'}
        onChange={(kind) => begin(kind as Kind)}
        choices={kinds.map((kind) => ({ value: kind, label: t(`console.award.kinds.${kind}`) }))}
      />
      {rule?.kind === 'fixed' && (
        <NumberField label={t('console.award.amount')} unit={unit} required min={0} step={0.01} value={rule.amount ?? null} onChange={(amount) => put({ amount })} />
      )}
      {rule?.kind === 'byGrade' &&
        grades.map((grade) => (
          <NumberField
            key={grade}
            label={t(`console.award.grades.${grade}`)}
            unit={unit}
            min={0}
            step={0.01}
            value={rule.amounts[grade] ?? null}
            onChange={(amount) =>
              put({ amounts: Object.fromEntries(Object.entries({ ...rule.amounts, [grade]: amount }).filter(([, one]) => one !== null && one !== undefined)) })
            }
          />
        ))}
      {(rule?.kind === 'shareOfInvestment' || rule?.kind === 'matching') && (
        <>
          <NumberField
            label={t('console.award.share')}
            unit="%"
            required
            min={0}
            max={100}
            step={0.01}
            value={rule.share === undefined ? null : Math.round(rule.share * 10_000) / 100}
            onChange={(percent) => put({ share: percent === null ? undefined : percent / 100 })}
          />
          <NumberField label={t('console.award.cap')} unit={unit} required min={0} step={0.01} value={rule.cap ?? null} onChange={(cap) => put({ cap })} />
        </>
      )}
    </fieldset>
  )
}
