import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Demand, FoundItem, InspectionCase } from '../../../procedures/inspection/inspection.case.ts'
import { inspectionAnswers, inspectionItemOf } from '../../../settings/inspection-2026.ts'
import { plusDays } from '../../../kernel/day.ts'
import { Cite } from '../../parts/cite.tsx'
import { DayField } from '../../parts/day-field.tsx'
import { CheckField, LongField } from '../../parts/field.tsx'
import { Segment } from '../../parts/segment.tsx'
import { useSession } from '../../queries.ts'
import { useWords } from '../../words.ts'
import { useAround } from '../context.ts'
import type { ControlProps } from '../control.tsx'
import { useFieldName, type Values } from '../form.tsx'
import '../../css/inspection.css'
import { Files } from './files.tsx'
import { Pictures } from './pictures.tsx'

const fileOf = (file: Record<string, unknown> | undefined) => (file ?? {}) as Partial<InspectionCase>
/** Days that are offered first; the setting bounds the longest. */
const offered = 30

/** What is to be rectified: every item found wanting stands there, with what was found; failing ones cannot be left out. */
export function Demands({ field, path, value, onChange, faults }: ControlProps) {
  const { t } = useTranslation('inspection')
  const { today } = useSession()
  const { detail } = useAround()
  const found = (fileOf(detail?.case.file).record?.items ?? []).filter(({ answer }) => answer === 'fails' || answer === 'partly')
  const rows = (value as Values[] | undefined) ?? []
  const rowOf = (item: string) => rows.find((row) => row.item === item)
  const put = (item: string, row: Values | undefined) => onChange(found.map((one) => (one.item === item ? row : rowOf(one.item))).filter((one) => one !== undefined))
  const begin = (one: FoundItem): Values => ({ item: one.item, demand: '', dueOn: plusDays(today, offered) })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, before anything is written
  useEffect(() => {
    if (value === undefined && found.length > 0) onChange(found.filter(({ answer }) => answer === 'fails').map(begin))
  }, [])
  return (
    <Group field={field} path={path} faults={faults}>
      {found.map((one) => {
        const row = rowOf(one.item)
        return (
          <div className="entry" key={one.item}>
            <ItemHead item={one.item} answer={one.answer} />
            <p className="s mute">{t('control.noteThen', { note: one.note })}</p>
            {one.answer === 'partly' && (
              <CheckField checked={row !== undefined} onChange={(on) => put(one.item, on ? begin(one) : undefined)}>
                {t('control.include')}
              </CheckField>
            )}
            {row && (
              <>
                <LongField label={t('control.demand')} required rows={2} value={String(row.demand ?? '')} error={faults[`${path}.${rows.indexOf(row)}.demand`]} onChange={(demand) => put(one.item, { ...row, demand })} />
                <DayField label={t('control.due')} required value={String(row.dueOn ?? '')} error={faults[`${path}.${rows.indexOf(row)}.dueOn`]} onChange={(dueOn) => put(one.item, { ...row, dueOn })} />
              </>
            )}
          </div>
        )
      })}
    </Group>
  )
}

/** What the base did about each open demand, with evidence; one may be left for the next report. */
export function Remedies({ field, path, value, onChange, faults }: ControlProps) {
  const { t } = useTranslation('inspection')
  const { detail } = useAround()
  const open = (fileOf(detail?.case.file).demands ?? []).filter(({ check }) => check?.result !== 'rectified')
  const rows = (value as Values[] | undefined) ?? []
  const [later, setLater] = useState<string[]>([])
  const rowOf = (item: string): Values => rows.find((row) => row.item === item) ?? { item, answer: '' }
  const put = (item: string, change: Values | undefined, left = later) =>
    onChange(open.filter((one) => !left.includes(one.item)).map((one) => (one.item === item && change ? { ...rowOf(item), ...change } : rowOf(one.item))))
  return (
    <Group field={field} path={path} faults={faults}>
      {open.map((one) => {
        const row = rowOf(one.item)
        const left = later.includes(one.item)
        return (
          <div className="entry" key={one.item}>
            <DemandHead demand={one} />
            {open.length > 1 && (
              <CheckField
                checked={left}
                onChange={(on) => {
                  const next = on ? [...later, one.item] : later.filter((item) => item !== one.item)
                  setLater(next)
                  put(one.item, undefined, next)
                }}
              >
                {t('control.later')}
              </CheckField>
            )}
            {!left && (
              <>
                <LongField label={t('control.answer')} required rows={3} value={String(row.answer ?? '')} onChange={(answer) => put(one.item, { answer })} />
                <Files
                  field={{ name: 'files', look: 'files', required: false, schema: { 'x-zh': t('control.evidence'), 'x-en': t('control.evidence') } }}
                  path={`${path}.${one.item}`}
                  value={row.files}
                  faults={faults}
                  onChange={(files) => put(one.item, { files })}
                />
              </>
            )}
          </div>
        )
      })}
    </Group>
  )
}

/** Every reported demand verified: what was done beside what is found, photographs with their time. */
export function Verification({ field, path, value, onChange, faults }: ControlProps) {
  const { t } = useTranslation('inspection')
  const { detail } = useAround()
  const reported = (fileOf(detail?.case.file).demands ?? []).filter(({ report, check }) => report !== null && check?.result !== 'rectified')
  const rows = (value as Values[] | undefined) ?? []
  const rowOf = (item: string): Values => rows.find((row) => row.item === item) ?? { item }
  const put = (item: string, change: Values) => onChange(reported.map((one) => (one.item === item ? { ...rowOf(item), ...change } : rowOf(one.item))).filter((row) => row.result !== undefined || row.item === item))
  return (
    <Group field={field} path={path} faults={faults}>
      {reported.map((one) => {
        const row = rowOf(one.item)
        return (
          <div className="entry" key={one.item}>
            <DemandHead demand={one} />
            <p className="s prose">{one.report?.answer}</p>
            <Segment
              label={`${one.item} ${t('control.result')}`}
              value={(row.result as string | undefined) ?? null}
              onChange={(result) => put(one.item, { result })}
              choices={[
                { value: 'rectified', label: t('file.rectified'), tone: 'yes' },
                { value: 'notRectified', label: t('file.notRectified'), tone: 'no' },
              ]}
            />
            <LongField label={t('control.note')} required={row.result === 'notRectified'} rows={2} value={String(row.note ?? '')} onChange={(note) => put(one.item, { note })} />
            <Pictures label={`${one.item} ${t('control.photos')}`} value={row.photos} onChange={(photos) => put(one.item, { photos })} />
          </div>
        )
      })}
    </Group>
  )
}

function Group({ field, path, faults, children }: Pick<ControlProps, 'field' | 'path' | 'faults'> & { children: React.ReactNode[] }) {
  const { t } = useTranslation('inspection')
  const label = useFieldName()(field)
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {children.length === 0 ? <p className="s mute">{t('control.nothing')}</p> : children}
      {faults[path] && <p className="err">{faults[path]}</p>}
    </fieldset>
  )
}

function ItemHead({ item, answer }: { item: string; answer: FoundItem['answer'] }) {
  const words = useWords()
  const known = inspectionItemOf(item)
  return (
    <div className="row between wrap">
      <b>
        {item} {words(known?.words)}
      </b>
      <span className="row">
        {known && <Cite law={known.law} />}
        <span className={answer === 'fails' ? 't-no' : 't-am'}>{words(inspectionAnswers[answer])}</span>
      </span>
    </div>
  )
}

function DemandHead({ demand }: { demand: Demand }) {
  const { t } = useTranslation('inspection')
  const words = useWords()
  return (
    <>
      <div className="row between wrap">
        <b>
          {demand.item} {words(demand.words)}
        </b>
        <span className="row">
          <Cite law={demand.law} />
          <span className="faint nowrap">{t('file.due', { day: demand.dueOn })}</span>
        </span>
      </div>
      <p className="s mute">{demand.demand}</p>
    </>
  )
}
