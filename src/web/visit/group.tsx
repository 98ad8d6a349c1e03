import { useTranslation } from 'react-i18next'
import { TextField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'

export type Member = { name: string; org: string }
const most = 9

/** Who came: name and institution, one row a person. */
export function Group({ least, people, label, onChange }: { least: number; people: readonly Member[]; label?: string; onChange: (people: Member[]) => void }) {
  const { t } = useTranslation('admin')
  const put = (index: number, change: Partial<Member>) => onChange(people.map((one, at) => (at === index ? { ...one, ...change } : one)))
  return (
    <fieldset className="stack">
      <legend>{label ?? t('visit.group')}</legend>
      {people.map((one, index) => (
        <div className="row top" key={index}>
          <TextField
            className="grow"
            label={t('visit.member', { n: index + 1 })}
            value={one.name}
            onChange={(name) => put(index, { name })}
          />
          <TextField className="grow" label={t('visit.org')} value={one.org} onChange={(org) => put(index, { org })} />
          {people.length > least && (
            <button
              type="button"
              className="btn quiet beside"
              aria-label={t('visit.removeMember', { n: index + 1 })}
              onClick={() => onChange(people.toSpliced(index, 1))}
            >
              <Icon shape="bin" />
            </button>
          )}
        </div>
      ))}
      {people.length < most && (
        <button type="button" className="btn" onClick={() => onChange([...people, { name: '', org: '' }])}>
          <Icon shape="plus" />
          {t('visit.addMember')}
        </button>
      )}
    </fieldset>
  )
}
