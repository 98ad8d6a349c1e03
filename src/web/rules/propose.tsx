import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, Refused } from '../call.ts'
import { Dialog } from '../parts/dialog.tsx'
import { DayField } from '../parts/day-field.tsx'
import { CheckField, LongField, NumberField, SelectField, TextField } from '../parts/field.tsx'
import { Grounds } from '../parts/grounds.tsx'
import { casesMoved, useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useIntention } from '../steps/intention.ts'
import { useLanguage, useWords } from '../words.ts'
import { optionIn } from '../../settings/option-words.ts'
import { AwardField } from './award-field.tsx'
import type { SettingRow } from './shape.ts'

export type Proposing =
  | { kind: 'setting'; setting: SettingRow }
  | { kind: 'reading' }
  | { kind: 'authorityBasis' }
  | { kind: 'calendarYear' }
type Text = Record<string, string>

/** Opens a case of rule change: POST /api/cases/rule-change. */
export function ProposeDialog({ about, onClose }: { about: Proposing; onClose: () => void }) {
  const { t } = useTranslation(['law', 'shell'])
  const words = useWords()
  const id = useId()
  const navigate = useNavigate()
  const { today } = useSession()
  const [value, setValue] = useState<unknown>(about.kind === 'setting' ? shown(about.setting, about.setting.value) : null)
  const [text, setText] = useState<Text>({ validFrom: today, kind: 'extension' })
  const [fault, setFault] = useState<unknown>(null)
  const intention = useIntention()
  const put = (name: string) => (now: string) => setText({ ...text, [name]: now })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = { change: changeOf(about, value, text), validFrom: text.validFrom, basis: text.basis?.trim() ?? '' }
    try {
      setFault(null)
      const opened = await call<{ number: string }>('POST', '/cases/rule-change', { body, key: intention.keyFor(body) })
      void casesMoved()
      onClose()
      void navigate({ to: '/cases/$number', params: { number: opened.number } })
    } catch (refused) {
      if (refused instanceof Refused && refused.problem.status > 0 && refused.problem.status < 500) intention.answered()
      setFault(refused)
    }
  }
  const title =
    about.kind === 'setting'
      ? t('console.changeTitle', { name: words(about.setting.name) })
      : t(about.kind === 'reading' ? 'console.addReading' : about.kind === 'authorityBasis' ? 'console.addBasis' : 'console.addYear')
  const field = (name: string, label: string) => <TextField label={label} required value={text[name] ?? ''} onChange={put(name)} />
  return (
    <Dialog labelledBy={id} onClose={onClose} className="middle">
      <form onSubmit={(event) => void submit(event)}>
        <header>
          <div className="grow">
            <h2 id={id}>{title}</h2>
            <p className="s mute">{t('console.signElse')}</p>
          </div>
        </header>
        <div className="body stack">
          {about.kind === 'setting' && <ValueField setting={about.setting} value={value} onChange={setValue} />}
          {about.kind === 'reading' && (
            <>
              {field('law', t('console.readingArticle'))}
              {field('reading', t('console.readingName'))}
              <LongField label={t('console.readingText')} required value={text.zh ?? ''} onChange={put('zh')} />
            </>
          )}
          {about.kind === 'authorityBasis' && (
            <>
              <SelectField
                label={t('console.basisKind')}
                value={text.kind ?? ''}
                onChange={put('kind')}
                choices={(['extension', 'newInstrument', 'partyGroupDecision'] as const).map((one) => ({
                  value: one,
                  label: t(`console.basisKinds.${one}`),
                }))}
              />
              {field('title', t('console.basisTitle'))}
              <TextField label={t('console.basisNo')} value={text.documentNo ?? ''} onChange={put('documentNo')} />
              <DayField label={t('console.validTo')} value={text.validTo ?? ''} onChange={put('validTo')} />
            </>
          )}
          {about.kind === 'calendarYear' && (
            <>
              {field('year', t('console.year'))}
              <LongField label={t('console.offDays')} rows={5} value={text.off ?? ''} onChange={put('off')} />
              <LongField label={t('console.workDays')} rows={3} value={text.work ?? ''} onChange={put('work')} />
              {field('source', t('console.source'))}
            </>
          )}
          <DayField label={t('console.validFrom')} required value={text.validFrom ?? ''} onChange={put('validFrom')} />
          <LongField label={t('console.basisDoc')} required rows={2} value={text.basis ?? ''} onChange={put('basis')} />
          {fault instanceof Refused && fault.problem.refusals?.length ? (
            <div role="alert" className="note no">
              <Grounds
                grounds={fault.problem.refusals.map((ground, index) => ({ key: `${index}`, law: ground.law, reason: ground.reason }))}
              />
            </div>
          ) : (
            fault !== null && <Fault error={fault} title={t('shell:error.title')} />
          )}
        </div>
        <footer>
          <span className="grow" />
          <button type="button" className="btn" onClick={onClose}>
            {t('shell:back')}
          </button>
          <button type="submit" className="btn primary">
            {t('console.propose')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

function ValueField({ setting, value, onChange }: { setting: SettingRow; value: unknown; onChange: (value: unknown) => void }) {
  const { t } = useTranslation('law')
  const words = useWords()
  const language = useLanguage()
  const label = t('console.newValue')
  switch (setting.type) {
    case 'number': {
      const { min, max } = setting.within as { min: number; max: number }
      const scale = isShare(setting) ? 100 : 1
      return (
        <NumberField
          label={label}
          required
          unit={words(setting.unit)}
          min={min * scale}
          max={max * scale}
          help={t('console.range', { min: min * scale, max: max * scale })}
          value={value as number | null}
          onChange={onChange}
        />
      )
    }
    case 'flag':
      return (
        <CheckField checked={value === true} onChange={onChange}>
          {label}
        </CheckField>
      )
    case 'choice':
      return (
        <SelectField
          label={label}
          required
          value={String(value ?? '')}
          onChange={onChange}
          choices={(setting.within as readonly string[]).map((one) => ({ value: one, label: optionIn(one, language) }))}
        />
      )
    case 'list':
      return <LongField label={label} required help={t('console.list')} value={String(value ?? '')} onChange={onChange} />
    case 'award':
      return <AwardField label={label} value={value} onChange={onChange} />
    case 'text':
      return <TextField label={label} required value={String(value ?? '')} onChange={onChange} />
  }
}

const isShare = (setting: SettingRow) => setting.unit?.en === '%'
const shown = (setting: SettingRow, value: SettingRow['value']): unknown =>
  typeof value === 'number' && isShare(setting) ? Math.round(value * 1e4) / 100 : Array.isArray(value) ? value.join('\n') : value
const lines = (text: string | undefined) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function changeOf(about: Proposing, value: unknown, text: Text) {
  switch (about.kind) {
    case 'setting':
      return {
        kind: 'setting',
        key: about.setting.key,
        value:
          about.setting.type === 'list'
            ? lines(String(value ?? ''))
            : typeof value === 'number' && isShare(about.setting)
              ? value / 100
              : value,
      }
    case 'reading':
      return { kind: 'reading', law: text.law, reading: text.reading, words: { zh: text.zh ?? '', en: '' } }
    case 'authorityBasis':
      return {
        kind: 'authorityBasis',
        basis: text.kind,
        title: text.title,
        ...(text.documentNo && { documentNo: text.documentNo }),
        validTo: text.validTo || null,
      }
    case 'calendarYear':
      return { kind: 'calendarYear', year: Number(text.year), off: lines(text.off), work: lines(text.work), source: text.source }
  }
}
