import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { call } from '../call.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Empty } from '../parts/states.tsx'
import { Mark } from '../parts/status.tsx'
import { useWords } from '../words.ts'
import { families, useValue } from './setting-value.ts'
import type { DryRun, SettingRow } from './shape.ts'

/** One setting: value, what is proposed, basis, what it would flip, and all its values. */
export function SettingCard({
  setting,
  mayPropose,
  onPropose,
}: {
  setting: SettingRow | undefined
  mayPropose: boolean
  onPropose: (setting: SettingRow) => void
}) {
  const { t } = useTranslation('law')
  const words = useWords()
  if (!setting)
    return (
      <aside className="panel pick">
        <Empty>{t('console.pick')}</Empty>
      </aside>
    )
  return (
    <aside className="panel" aria-label={words(setting.name)}>
      <div className="hd">
        <h2>{words(setting.name)}</h2>
        <span className="grow" />
        <Mark family={families[setting.state]} words={t(`console.state.${setting.state}`)} />
      </div>
      <div className="bd stack">
        <Change setting={setting} />
        <dl className="kv s">
          <div>
            <dt>{t('console.fills')}</dt>
            <dd>{setting.fills ? <Cite law={setting.fills} /> : t('console.platform')}</dd>
          </div>
          <div>
            <dt>{t('console.basis')}</dt>
            <dd>{setting.pending?.basis ?? words(setting.basis)}</dd>
          </div>
          {setting.pending?.applies && (
            <div>
              <dt>{t('console.applies')}</dt>
              <dd>{setting.pending.applies}</dd>
            </div>
          )}
          {setting.pending && (
            <div>
              <dt>{t('console.proposedBy')}</dt>
              <dd>
                {setting.pending.proposedBy} ·{' '}
                <Link to="/cases/$number" params={{ number: setting.pending.number }}>
                  {setting.pending.number}
                </Link>
              </dd>
            </div>
          )}
        </dl>
        {setting.rules.length > 0 && (
          <section>
            <h3>{t('rules')}</h3>
            <ul className="s list">
              {setting.rules.map((rule) => (
                <li key={rule.id}>{words(rule.says)}</li>
              ))}
            </ul>
          </section>
        )}
        {setting.steps.length > 0 && (
          <section>
            <h3>{t('steps')}</h3>
            <ul className="s list">
              {setting.steps.map((step) => (
                <li key={`${step.procedure}.${step.step}`}>
                  {words(step.procedureWords)} · {words(step.says)}
                </li>
              ))}
            </ul>
          </section>
        )}
        {setting.pending && <Trial setting={setting} />}
        <section>
          <h3>{t('console.history')}</h3>
          <ul className="s mute list">
            {setting.history.map((was) => (
              <li key={`${was.validFrom}${was.signedOn}`}>
                {t('console.historyFrom', { from: was.validFrom })}　<b>{words(was.valueWords)}</b>　{was.basis}（{was.proposedBy}、
                {was.signedBy}）
              </li>
            ))}
            <li>
              {words(setting.defaultWords)}　{words(setting.basis)}
            </li>
          </ul>
        </section>
      </div>
      <div className="foot-row row">
        <span className="s mute grow">{t(setting.state === 'fixed' ? 'console.fixedSays' : setting.state === 'idle' ? 'console.idleSays' : 'console.signElse')}</span>
        {setting.pending ? (
          <Link className="btn" to="/cases/$number" params={{ number: setting.pending.number }}>
            {t('console.openCase')}
          </Link>
        ) : (
          mayPropose && setting.state !== 'fixed' && (
            <button type="button" className="btn primary" onClick={() => onPropose(setting)}>
              <Icon shape="quill" />
              {t('console.change')}
            </button>
          )
        )}
      </div>
    </aside>
  )
}

function Change({ setting }: { setting: SettingRow }) {
  const { t } = useTranslation('law')
  const words = useWords()
  const next = useValue(setting, setting.pending?.value)
  return (
    <div className={setting.pending ? 'change' : 'change one'}>
      <div>
        <div className="s faint">{t('console.now')}</div>
        <b>{words(setting.valueWords)}</b>
      </div>
      {setting.pending && (
        <>
          <span className="faint" aria-hidden="true">
            →
          </span>
          <div>
            <div className="s faint">
              {t('console.next')} {t('console.fromDay', { day: setting.pending.validFrom })}
            </div>
            <b className="t-am">{next}</b>
          </div>
        </>
      )}
    </div>
  )
}

/** Which open cases would come out otherwise, by name, and which cannot be told. */
function Trial({ setting }: { setting: SettingRow }) {
  const { t } = useTranslation('law')
  const words = useWords()
  const value = setting.pending?.value
  const { data } = useQuery({
    queryKey: ['dry run', setting.key, value],
    retry: false,
    queryFn: ({ signal }) => call<DryRun>('POST', '/rules/dry-run', { body: { key: setting.key, value }, signal }),
  })
  if (!data) return null
  if (data.notTried)
    return (
      <section>
        <h3>{t('console.trial')}</h3>
        <p className="s mute">{words(data.notTried)}</p>
      </section>
    )
  return (
    <section>
      <div className="row between">
        <h3>{t('console.trial')}</h3>
        <span className="s mute">{t('console.trialSays', { n: data.same + data.flips.length + data.unknown.length })}</span>
      </div>
      <ul className="verdicts flat">
        <li>
          <span className="grow">{t('console.unchanged')}</span>
          <b>{t('console.pieces', { n: data.same })}</b>
        </li>
        <li className="t-no">
          <span className="grow">
            <Icon shape="noc" />
            {t('console.flips')}
          </span>
          <b>{t('console.pieces', { n: data.flips.length })}</b>
        </li>
        <li className="t-vi">
          <span className="grow">
            <Icon shape="scale" />
            {t('console.cannot')}
          </span>
          <b>{t('console.pieces', { n: data.unknown.length })}</b>
        </li>
      </ul>
      <ul className="xs mute list">
        {data.flips.map((one) => (
          <li key={one.id}>
            <Link to="/cases/$number" params={{ number: one.number }}>
              {one.number}
            </Link>
            　{words(one.now)} → {words(one.tried)}
          </li>
        ))}
        {data.unknown.map((one) => (
          <li key={one.id}>
            <Link to="/cases/$number" params={{ number: one.number }}>
              {one.number}
            </Link>
            　{words(one.because)}
          </li>
        ))}
      </ul>
    </section>
  )
}
