import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApplication } from '../material/application.query.ts'
import { Section } from '../material/application.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/states.tsx'
import { useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useWords } from '../words.ts'

/** The application as submitted, marked on every page with who reads it, and its attachments; no verdicts of others. */
export function Material({ panel, about, hosts }: { panel: string; about: string; hosts: readonly string[] }) {
  const { t } = useTranslation(['admin', 'case'])
  const words = useWords()
  const [section, setSection] = useState('A')
  const { data, error, refetch } = useApplication(about, undefined, `/panel/${panel}/applications/${about}`)
  if (!data) return <div className="viewer">{error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton rows={12} />}</div>
  const shown = data.form.sections.find(({ id }) => id === section)
  return (
    <section className="viewer" aria-label={t('score.file')}>
      <nav className="secs" aria-label={t('score.sections')}>
        {data.form.sections.map((one) => (
          <button key={one.id} type="button" aria-current={one.id === section ? 'true' : undefined} onClick={() => setSection(one.id)}>
            {one.id} {words(one.words)}
          </button>
        ))}
        <button type="button" aria-current={section === 'files' ? 'true' : undefined} onClick={() => setSection('files')}>
          {t('score.files')} {data.files.length}
        </button>
      </nav>
      <article className="sheet">
        <Watermark />
        {shown ? (
          <Section section={shown} view={data} names={{ [String(data.data.A?.leadOrg)]: hosts[0] ?? '' }} />
        ) : (
          <ul className="files">
            {data.files.map((file) => (
              <li key={file.id}>
                <Icon shape="file" />
                <span>
                  {file.attachment} {words(data.form.attachments.find(({ code }) => code === file.attachment)?.words)}
                  <a className="below" href={`/api/files/${file.id}`} download={file.name}>{file.name}</a>
                </span>
              </li>
            ))}
          </ul>
        )}
      </article>
      <p className="xs mute">{t('score.watermark')}</p>
    </section>
  )
}

/** Who reads, and on which day. */
function Watermark() {
  const { person, today } = useSession()
  return (
    <svg className="wm" aria-hidden="true">
      <defs>
        <pattern id="watermark" width="340" height="210" patternUnits="userSpaceOnUse">
          <text x="10" y="150" transform="rotate(-24 170 105)">
            {person.name} {person.username} {today}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#watermark)" />
    </svg>
  )
}
