import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../kernel/day.ts'
import type { Worklist } from '../../contract.ts'
import { call, get, pathOf } from '../call.ts'
import { weekdayOf } from '../format.ts'
import { Dialog } from '../parts/dialog.tsx'
import { DayField } from '../parts/day-field.tsx'
import { Icon } from '../parts/icon.tsx'
import { Empty } from '../parts/states.tsx'
import { client, useProcedures, useSession, useWorklist } from '../queries.ts'
import { useWords } from '../words.ts'
import { Fault } from './fault.tsx'

/** POST /api/demo/clock: the new day and the steps the clock took on the way. */
export type ClockMoved = { today: Day; happened: { on: Day; step: string; case: string; number: string }[] }

/** In demo mode only: a whole life cycle in one sitting. */
export function DemoClock() {
  const { t } = useTranslation('shell')
  const { today } = useSession()
  const [chosen, setTo] = useState<Day | null>(null)
  // A moved clock leaves no day of the past in the field.
  const to = chosen && chosen > today ? chosen : today
  const [busy, setBusy] = useState(false)
  const [moved, setMoved] = useState<ClockMoved | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const move = async (day: Day | 'next') => {
    setBusy(true)
    setFault(null)
    try {
      const target = day === 'next' ? await nextWorkingDay(today) : day
      setMoved(await call<ClockMoved>('POST', '/demo/clock', { body: { today: target } }))
      setTo(null)
      await client.invalidateQueries()
    } catch (refused) {
      setFault(refused)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (to > today) void move(to)
  }
  return (
    <>
      <section className="clock" aria-label={t('clock.region')}>
        <Icon shape="clock" />
        <span className="w">{t('clock.mode')}</span>
        <span>
          {t('clock.platformDate')}{' '}
          <b>
            {today} {t(`weekday.${weekdayOf(today)}`)}
          </b>{' '}
          <KindOfDay />
        </span>
        <button
          type="button"
          className="btn"
          aria-disabled={busy || undefined}
          onClick={() => {
            if (!busy) void move('next')
          }}
        >
          {busy ? t('clock.moving') : t('clock.nextWorkingDay')} <Icon shape="right" />
        </button>
        <form className="w row" onSubmit={submit}>
          <span>{t('clock.to')}</span>
          <DayField label={t('clock.toDay')} hideLabel min={today} value={to} onChange={setTo} />
          <button type="submit" className="btn" aria-disabled={busy || !to || to <= today || undefined}>
            {t('clock.go')}
          </button>
        </form>
        <span className="w last">{t('clock.fiction')}</span>
        {fault !== null && (
          <div className="toast">
            <Fault error={fault} retry={() => setFault(null)} title={t('error.title')} />
          </div>
        )}
      </section>
      {moved && <Happened moved={moved} onClose={() => setMoved(null)} />}
    </>
  )
}

/** 工作日, 休息日 or 调休, as the calendar of the strip has it. */
function KindOfDay() {
  const { t } = useTranslation('shell')
  const { today } = useSession()
  const { data } = useWorklist('mine')
  const day = data?.days.find((one) => one.day === today)
  if (!day) return null
  return <span>{t(day.working === null ? 'clock.unknown' : day.makeUp ? 'clock.makeUp' : day.working ? 'clock.working' : 'clock.off')}</span>
}

/** The strip of the worklist knows the calendar; days nobody knows yet are tried one by one. */
async function nextWorkingDay(today: Day): Promise<Day> {
  const { days } = await get<Worklist>(pathOf('/worklist', { tab: 'mine' }))
  return days.find(({ day, working }) => day > today && working !== false)?.day ?? today
}

function Happened({ moved, onClose }: { moved: ClockMoved; onClose: () => void }) {
  const { t } = useTranslation('shell')
  const words = useWords()
  const { data: procedures } = useProcedures()
  const says = (name: string) => {
    const [procedure, step] = name.split('.')
    return words(procedures?.find((one) => one.procedure === procedure)?.steps.find((one) => one.step === step)?.says) || name
  }
  const id = useId()
  return (
    <Dialog labelledBy={id} onClose={onClose} className="middle">
      <header>
        <h2 id={id} className="grow">
          {t('clock.happened', { day: moved.today })}
        </h2>
      </header>
      <div className="body">
        {moved.happened.length === 0 ? (
          <Empty>{t('clock.nothing')}</Empty>
        ) : (
          <ol className="tl">
            {moved.happened.map((event, index) => (
              <li key={index}>
                <span className="d">{event.on}</span>
                <div className="w">{says(event.step)}</div>
                {event.number && (
                  <div className="s">
                    <Link to="/cases/$number" params={{ number: event.number }} onClick={onClose}>
                      {event.number}
                    </Link>
                  </div>
                )}
              </li>
            ))}
          </ol>
        )}
      </div>
      <footer>
        <span className="grow" />
        <button type="button" className="btn primary" onClick={onClose}>
          {t('close')}
        </button>
      </footer>
    </Dialog>
  )
}
