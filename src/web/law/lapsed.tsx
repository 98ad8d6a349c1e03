import { useTranslation } from 'react-i18next'
import { Cite } from '../parts/cite.tsx'
import { Demo } from '../parts/names.tsx'
import { Note } from '../parts/states.tsx'
import { useSession } from '../queries.ts'
import { useWords } from '../words.ts'
import { useLaw } from './query.ts'

/** Where the trial period is over: since when, and what the authority acts on now. */
export function LapsedNote() {
  const { t } = useTranslation('worklist')
  const words = useWords()
  const { today } = useSession()
  const { data: law } = useLaw()
  if (!law || law.instrument.lapsedOn >= today) return null
  const { authority } = law
  return (
    <Note tone={authority ? 'am' : 'no'}>
      <b>{t('lapsed.title')}</b>
      <p className="s">
        {t('lapsed.since', { day: law.instrument.lapsedOn })} <Cite law="Art. 22" />
      </p>
      {authority && (
        <p className="s">
          {words(authority.title)}
          {authority.demo && <Demo />}
          {authority.validTo && ` · ${t('lapsed.until', { day: authority.validTo })}`}
        </p>
      )}
      <p className="s">{authority ? t('lapsed.basis') : t('lapsed.none')}</p>
    </Note>
  )
}
