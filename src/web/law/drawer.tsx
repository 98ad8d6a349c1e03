import { Link } from '@tanstack/react-router'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Basis } from '../../kernel/rule.ts'
import { Cite, placeOf, useCitation } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Skeleton } from '../parts/states.tsx'
import { Fault } from '../shell/fault.tsx'
import { usePlace } from '../shell/frame.tsx'
import { useCase } from '../queries.ts'
import { shortDay } from '../format.ts'
import { useSession } from '../queries.ts'
import { useLanguage, useWords } from '../words.ts'
import { closeArticle, useShownArticle } from './open.ts'
import { useLawArticle, useSetting } from './query.ts'
import { ArticleText, LeftToPeople, Readings, SettingsOf } from './article.tsx'
import { valueText } from './value.ts'

/** The text that speaks, beside the case; the case stays usable. Escape closes, focus returns to the chip. */
export function ArticleDrawer() {
  const shown = useShownArticle()
  const place = usePlace()
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving the page closes the article
  useEffect(() => closeArticle, [place])
  return shown ? <Drawer key={shown} law={shown} /> : null
}

function Drawer({ law }: { law: Basis }) {
  const { t } = useTranslation(['law', 'shell'])
  const citation = useCitation()
  const id = useId()
  const place = placeOf(law)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus()
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) closeArticle()
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [])
  return (
    <aside className="drawer open" role="dialog" aria-modal="false" aria-labelledby={id}>
      <div className="hd">
        <div className="row">
          <span className="t-go">
            <Icon shape={'setting' in place ? 'gear' : 'book'} />
          </span>
          <b id={id}>{citation(law)}</b>
        </div>
        <button type="button" className="btn sm" ref={button} onClick={closeArticle}>
          <Icon shape="cross" />
          {t('shell:close')}
        </button>
      </div>
      <div className="bd stack">{'setting' in place ? <Setting name={place.setting} /> : <Article no={place.no} item={place.item} />}</div>
    </aside>
  )
}

function Article({ no, item }: { no: number; item: number | null }) {
  const { t } = useTranslation('law')
  const words = useWords()
  const { data, error, refetch } = useLawArticle(no)
  if (!data) return error ? <Fault error={error} retry={() => void refetch()} /> : <Skeleton />
  const { instrument } = data
  return (
    <>
      <p className="s mute">
        {words(instrument.words)} · {t('from', { day: instrument.from })} · {t('lapsed', { day: instrument.lapsedOn })}
      </p>
      <ArticleText article={data} item={item} />
      <LeftToPeople article={data} />
      <Readings article={data} />
      <SettingsOf article={data} />
      <InThisCase no={no} />
      <p className="s">
        <Link to="/law/$no" params={{ no: String(no) }} onClick={closeArticle}>
          {t('whole')}
        </Link>
      </p>
    </>
  )
}

function Setting({ name }: { name: string }) {
  const { t } = useTranslation('law')
  const words = useWords()
  const language = useLanguage()
  const setting = useSetting(name)
  return (
    <>
      <p className="s mute">{t('settingSays')}</p>
      {setting && (
        <dl className="kv">
          <div>
            <dt>{t('value')}</dt>
            <dd>
              <b>{valueText(setting, setting.value, language)}</b>
            </dd>
          </div>
          <div>
            <dt>{t('since')}</dt>
            <dd>{setting.from}</dd>
          </div>
          {setting.fills && (
            <div>
              <dt>{t('console.fills')}</dt>
              <dd>
                <Cite law={setting.fills} />
              </dd>
            </div>
          )}
          <div>
            <dt>{t('console.basis')}</dt>
            <dd>{words(setting.basis)}</dd>
          </div>
        </dl>
      )}
      <p className="xs faint mono">{name}</p>
      <p className="s">
        <Link to="/rules" search={{ key: name }} onClick={closeArticle}>
          {t('inConsole')}
        </Link>
      </p>
    </>
  )
}

/** What this article did in the case the user is looking at. */
function InThisCase({ no }: { no: number }) {
  const number = usePlace().match(/^\/cases\/([^/]+)/)?.[1]
  return number ? <Within no={no} number={number} /> : null
}

function Within({ no, number }: { no: number; number: string }) {
  const { t } = useTranslation('law')
  const words = useWords()
  const { today } = useSession()
  const { data } = useCase(number)
  const entries =
    data?.history.filter(({ law }) => {
      const place = placeOf(law)
      return 'no' in place && place.no === no
    }) ?? []
  if (entries.length === 0) return null
  return (
    <section>
      <h3>{t('inCase')}</h3>
      <ul className="s">
        {entries.map((entry) => (
          <li key={entry.no}>
            {shortDay(entry.on, today)} {words(entry.says)} <Cite law={entry.law} />
          </li>
        ))}
      </ul>
    </section>
  )
}
