import { useTranslation } from 'react-i18next'
import type { RevocationCase } from '../../procedures/revocation/revocation.case.ts'
import { Cite } from '../parts/cite.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { Mark } from '../parts/status.tsx'
import { Fact } from './fact.tsx'
import type { RevocationFile } from './revocation-rail.ts'

const families = { yes: 'ok', partly: 'back', no: 'no' } as const

/** What the host was told before anything was decided, word for word. */
export function PriorNotice({ notice, earlier }: { notice: NonNullable<RevocationCase['notice']>; earlier: RevocationCase['earlier'] }) {
  const { t } = useTranslation('revocation')
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('notice')}</h2>
        <span className="grow" />
        <span className="s mute">
          {notice.no} · {notice.on}
        </span>
      </div>
      <dl className="bd kv">
        <Fact name={t('facts')}>
          <span className="prose">{notice.facts}</span>
        </Fact>
        <Fact name={t('basis')}>
          <span className="prose">{notice.basis}</span>
        </Fact>
        <Fact name={t('law')}>
          {notice.grounds.map((law) => (
            <Cite key={law} law={law} />
          ))}
        </Fact>
        <Fact name={t('intended')}>{t('intendedText')}</Fact>
        <Fact name={t('contact')}>{notice.contact}</Fact>
        {earlier.map((one) => (
          <Fact key={one.notice.no} name={one.notice.on}>
            {t('earlier', { no: one.notice.no, n: one.statements.length })}
          </Fact>
        ))}
      </dl>
    </section>
  )
}

/** What the host said, and what became of each point. */
export function Heard({ file }: { file: RevocationFile }) {
  const { t } = useTranslation('revocation')
  const { statements = [], answers, hearing } = file
  return (
    <section className="panel">
      <div className="hd">
        <h2>{t('statements')}</h2>
        <Cite law="setting:revocation.stateDays" />
      </div>
      <div className="bd stack">
        {statements.map((one, at) => (
          <article key={`${one.on} ${at}`} className="statement">
            <h3>
              {t('statement', { day: one.on })} <span className="s mute">{t('signedBy', { name: one.signedBy })}</span> {one.asksHearing && <Mark family="judge" words={t('asksHearing')} />}
              {one.files.length > 0 && <span className="s mute"> {t('files', { n: one.files.length })}</span>}
            </h3>
            <p className="prose">{one.text}</p>
          </article>
        ))}
        {hearing && (
          <article className="statement">
            <h3>
              {t('hearing')} <span className="s mute">{hearing.heldOn}</span>
            </h3>
            <dl className="kv">
              <Fact name={t('chair')}>{hearing.chair}</Fact>
              <Fact name={t('attended')}>{hearing.attended}</Fact>
            </dl>
            <p className="prose">{hearing.record}</p>
          </article>
        )}
        {answers && (
          <Scroll label={t('taken')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('point')}</th>
                  <th scope="col">{t('taken')}</th>
                  <th scope="col">{t('because')}</th>
                </tr>
              </thead>
              <tbody>
                {answers.points.map(({ point, taken, because }) => (
                  <tr key={point}>
                    <td className="prose">{point}</td>
                    <td className="nowrap">
                      <Mark family={families[taken]} words={t(`takenAs.${taken}`)} />
                    </td>
                    <td className="prose">{because}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </div>
    </section>
  )
}
