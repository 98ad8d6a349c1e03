import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail, Draft } from '../../contract.ts'
import type { MajorMatterCase } from '../../procedures/major-matter/major-matter.case.ts'
import { fieldsAsked, pathOf, valuesOf } from '../../procedures/major-matter/major-matter.form.ts'
import type { Outlook } from '../../procedures/major-matter/major-matter.routes.ts'
import { kindWords, matterOf } from '../../settings/matters/matters-2026.ts'
import { useFiles } from '../apply/context.ts'
import type { State, Store } from '../apply/store.ts'
import { useDraftStore } from '../apply/use-draft-store.ts'
import { get, Refused } from '../call.ts'
import { timeOf } from '../format.ts'
import { Cite } from '../parts/cite.tsx'
import { Icon } from '../parts/icon.tsx'
import { Note, Skeleton } from '../parts/states.tsx'
import { Mark } from '../parts/status.tsx'
import { client, useSession } from '../queries.ts'
import { Fault } from '../shell/fault.tsx'
import { useListing, useWords } from '../words.ts'
import { MatterAttachments } from './attachments.tsx'
import { DraftField } from './draft-field.tsx'
import { useLimit } from './new.page.tsx'
import { useOutlook } from './queries.ts'
import { useRegister } from './register.ts'
import { AskedMatter } from './view.tsx'

/** What base and host fill in, saved field by field; what it would come to stands over it, what still lacks beside it. */
export function MatterDraft({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('matters')
  const id = detail.case.id
  const { assignments } = useSession()
  const mayWrite = assignments.some(({ role }) => /^(host|base)\./.test(role))
  const first = useQuery({ queryKey: ['draft', id], queryFn: ({ signal }) => get<Draft>(`/cases/${id}/draft`, signal), staleTime: Number.POSITIVE_INFINITY, gcTime: 0, retry: false, enabled: mayWrite })
  const store = useDraftStore(id, first.data)
  if (!store) {
    // An authority sees that a declaration is awaited and what was handed in before, not what is being written.
    if (!mayWrite || (first.error instanceof Refused && first.error.problem.status === 404)) return <><Note tone="go">{t('draft.readOnly')}</Note><AskedMatter file={detail.case.file as Partial<MajorMatterCase>} /></>
    return first.error ? <Fault error={first.error} retry={() => void first.refetch()} /> : <Skeleton rows={8} />
  }
  return <Form detail={detail} store={store} />
}

function Form({ detail, store }: { detail: CaseDetail; store: Store }) {
  const { t } = useTranslation('matters')
  const words = useWords()
  const state = useSyncExternalStore(store.subscribe, store.now)
  const file = detail.case.file as Partial<MajorMatterCase>
  const { data: files } = useFiles(detail.case.id)
  const { data: outlook } = useOutlook(detail.case.id, state.taken, true)
  const register = useRegister()
  const limit = useLimit()
  // What is missing is the server's word: asked anew when it took a change or a file.
  useEffect(() => { if (state.taken > 0 || files) void client.invalidateQueries({ queryKey: ['case'] }) }, [state.taken, files])
  if (!file.code) return null
  const matter = matterOf(file.code)
  const values = valuesOf(state.values)
  return (
    <section className="panel" data-fills>
      <div className="hd">
        <h2>{matter.code} {words(matter.words)}</h2>
        <Mark family={outlook?.kind === 'approval' ? 'judge' : 'go'} words={kindWords[outlook?.kind ?? matter.kind]} />
        <Cite law={matter.law} />
        <span className="grow" />
        <Kept state={state} />
      </div>
      <div className="bd stack">
        <p className="s mute">{words(matter.says)}</p>
        <p className="s"><Icon shape="clock" /> {outlook?.kind === 'approval' && matter.kind !== 'approval' ? t('pick.before') : limit(matter)}</p>
        {outlook && <Coming outlook={outlook} />}
        <div className="matter-form">
          {fieldsAsked(matter, values).map((field) => {
            const path = pathOf(field.id)
            const conflict = state.conflicts.find((one) => one.path === path)
            return (
              <div key={field.id} className={field.type === 'longText' || field.type === 'orgs' || field.replaces ? 'wide' : undefined}>
                <DraftField field={field} value={state.values[path]} error={state.refused[path]} from={values.from} isTerm={values.acting === 'term'} now={field.replaces && outlook ? register(field.replaces, outlook.before) : null}
                  onFocus={() => store.enter(path)} onBlur={() => store.leave(path)} onChange={(value) => store.set([{ path, value }])} />
                {conflict && (
                  <Note tone="no" alert action={<span className="row"><button type="button" className="btn sm" onClick={() => store.choose(path, 'mine')}>{t('draft.mine')}</button><button type="button" className="btn sm" onClick={() => store.choose(path, 'theirs')}>{t('draft.theirs')}</button></span>}>
                    {t('draft.conflict', { by: conflict.by, theirs: String(conflict.theirs ?? '') })}
                  </Note>
                )}
              </div>
            )
          })}
        </div>
        <MatterAttachments caseId={detail.case.id} matter={matter} values={values} files={files ?? []} />
      </div>
    </section>
  )
}

/** Whether it is late, ahead of its approval, or turned into an approval. */
function Coming({ outlook }: { outlook: Outlook }) {
  const { t } = useTranslation('matters')
  const listing = useListing()
  return (
    <>
      {outlook.exceptions.length > 0 && <Note tone="am">{t('draft.raised', { why: listing(outlook.exceptions.map((one) => t(`draft.exceptions.${one}`))) })}</Note>}
      {outlook.ahead && <Note tone="am">{t('draft.ahead')}</Note>}
      {outlook.dueOn && (outlook.late ? <Note tone="am">{t('draft.late', { due: outlook.dueOn })}</Note> : outlook.kind !== 'approval' && outlook.happenedOn && <p className="s mute">{t('draft.due', { happened: outlook.happenedOn, due: outlook.dueOn })}</p>)}
    </>
  )
}

/** Whether what was written is safe, in one line. */
function Kept({ state }: { state: State }) {
  const { t } = useTranslation('apply')
  const [tone, shape, says] = state.shut ? ['t-no', 'noc', t('saved.shut', { why: state.shut.title, n: state.waiting })] as const
    : state.offline && state.waiting > 0 ? ['t-am', 'off', t('saved.offline', { n: state.waiting })] as const
      : state.saving || state.waiting > 0 ? ['mute', 'sync', t('saved.saving')] as const
        : state.savedAt ? ['t-ok', 'okc', t('saved.at', { time: timeOf(state.savedAt, true) })] as const : ['mute', 'okc', t('saved.nothing')] as const
  return <span className={`${tone} row s`} role="status" data-saved={state.waiting === 0 && !state.saving ? 'yes' : 'no'}><Icon shape={shape} />{says}</span>
}
