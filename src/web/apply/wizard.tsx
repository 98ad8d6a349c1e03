import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail, StepDone } from '../../contract.ts'
import { Icon } from '../parts/icon.tsx'
import { Status } from '../parts/status.tsx'
import { useSession } from '../queries.ts'
import { computedOf, type Form, isAnswer, type Section } from './application.ts'
import { CarryButton } from './carry.tsx'
import { Conflicts } from './conflicts.tsx'
import { useCheck, useFiles, useStore, type Way, WayContext, type Wizard, WizardContext, worstOf } from './context.ts'
import { Foot } from './foot.tsx'
import { Precheck } from './precheck.tsx'
import { Preview } from './preview.tsx'
import { Editors, Saved } from './saved.tsx'
import { SectionPage } from './section.tsx'
import { toSectionHead } from './section-head.ts'
import { Sections } from './sections.tsx'
import type { Store } from './store.ts'
import { NoticeItems } from './supplement.tsx'

type Props = { detail: CaseDetail; form: Form; store: Store; way: Way; onDone: (done: StepDone) => void; /** What stands below a section. */ below?: (section: Section) => ReactNode }

/** Sections left, the open one in the middle, the pre-check right; where one stands is part of the address. */
export function WizardPage({ detail, form, store, way, onDone, below }: Props) {
  const { t } = useTranslation('apply')
  const wizard = useWizardState({ detail, form, store, way })
  const order = wizard.readOnly && detail.case.status === 'draft' ? partnershipFirst(form) : form.sections
  const { section, previewing } = usePlace(order, wizard)
  const open = order.find(({ id }) => id === section) ?? order[0]
  if (!open) return null
  const { number, title, procedure, status } = detail.case
  return (
    <WayContext value={way}><WizardContext value={wizard}>
      <div className="page wizard">
        <div className="wiz-head">
          <div><nav className="crumb" aria-label={t('crumb')}><Link to={way.home}>{t(way.application ? 'title' : 'reports')}</Link> / <span className="nowrap">{number}</span> · <Status procedure={procedure} status={status} /></nav>
            <h1>{way.application ? t('heading', { name: String(nameOf(wizard) ?? title) || t('unnamed') }) : t('reportHeading', { name: title })}</h1></div>
          <div className="row s wrap"><Saved /><Editors />
            {previewing ? <Link className="btn sm" to={way.to} params={{ number }} hash={open.id}>{t('preview.back')}</Link>
              : <Link className="btn sm" to={way.to} params={{ number }} hash="preview"><Icon shape="eye" />{t(way.application ? 'preview.open' : 'preview.openReport')}</Link>}
            <Link className="btn sm" to="/cases/$number" params={{ number }}>{t('toCase')}</Link></div>
        </div>
        {previewing ? <Preview /> : (
          <div className="wiz">
            <Sections order={order} open={open.id} />
            <Precheck />
            <div className="mid stack">
              <Conflicts />
              <NoticeItems />
              {way.application && <CarryButton banner />}
              <SectionPage key={open.id} section={open} />
              {below?.(open)}
            </div>
          </div>
        )}
        {!previewing && <Foot order={order} open={open.id} onDone={onDone} onTried={wizard.setTried} />}
      </div>
    </WizardContext></WayContext>
  )
}

function useWizardState({ detail, form, store, way }: Omit<Props, 'onDone' | 'below'>): Wizard & { setTried: () => void } {
  const { assignments } = useSession()
  const { state, data } = useStore(store)
  const { data: files } = useFiles(detail.case.id)
  const fileMark = useMemo(() => (files ?? []).map(({ id, attachment }) => `${id}${attachment}`).join().length * 31 + (files?.length ?? 0), [files])
  const { data: check } = useCheck(detail.case.id, state.taken, fileMark, way.check)
  const findings = useMemo(() => worstOf(check), [check])
  const [openOthers, setOpenOthers] = useState(false)
  const [tried, setAll] = useState(false)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [target, setTarget] = useState<Wizard['target']>(null)
  const navigate = useNavigate()
  const readOnly = !way.writes(detail, assignments)
  const touch = useCallback((path: string) => setTouched((before) => (before.has(path) ? before : new Set([...before, path]))), [])
  const setTried = useCallback(() => setAll(true), [])
  const number = detail.case.number
  const goTo = useCallback((path: string) => {
    const place = path.startsWith('attachments.') ? (form.attachments.find(({ code }) => code === path.slice('attachments.'.length))?.section ?? '') : path.split('.')[0]
    // The answers to a notice stand above every section.
    if (!isAnswer(path)) void navigate({ to: way.to, params: { number }, hash: place, resetScroll: false })
    setTarget((before) => ({ path, turn: (before?.turn ?? 0) + 1 }))
    touch(path)
  }, [navigate, number, form, touch, way])
  return { detail, form, store, readOnly, state, data, check, findings, files: files ?? [], openOthers, setOpenOthers, tried, setTried, touched, touch, target, goTo }
}

/** The open section from the address; the field a finding led to gets the focus once it is drawn. */
function usePlace(order: readonly Section[], { target }: Wizard) {
  const hash = useRouterState({ select: ({ location }) => location.hash })
  const last = useRef(order[0]?.id ?? '')
  const known = order.find(({ id }) => id === hash.split('.')[0])
  if (known) last.current = known.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: the section has to be drawn before its field can be found.
  useEffect(() => {
    if (!target) return
    // A change of address first settles where the page stands; then the field is brought into sight.
    const timer = setTimeout(() => {
      const place = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(target.path)}"]`) ?? document.querySelector<HTMLElement>(`[data-path="${CSS.escape(target.path.split('.').slice(0, 2).join('.'))}"]`)
      place?.scrollIntoView({ block: 'center' })
      const control = place?.matches('input,select,textarea,button,[tabindex]') ? place : place?.querySelector<HTMLElement>('input:not([type=file]):not(:disabled),select,textarea,button:not(.cite),[tabindex="0"]')
      ;(control ?? place)?.focus({ preventScroll: true })
    }, 80)
    return () => clearTimeout(timer)
  }, [target, hash])
  const before = useRef(hash)
  useEffect(() => {
    if (before.current !== hash) toSectionHead()
    before.current = hash
  }, [hash])
  return { section: last.current, previewing: hash === 'preview' }
}

const nameOf = ({ data }: Wizard) => computedOf('baseName', data)

/** A partner reads what it confirms before anything else. */
const partnershipFirst = (form: Form) => [...form.sections].sort((a, b) => Number(b.id === 'C') - Number(a.id === 'C'))
