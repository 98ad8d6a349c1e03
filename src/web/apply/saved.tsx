import { useTranslation } from 'react-i18next'
import type { Draft } from '../../contract.ts'
import { timeOf } from '../format.ts'
import { Icon } from '../parts/icon.tsx'
import { useSignInAsked } from '../session.ts'
import { useOnline } from '../shell/frame.tsx'
import { useWizard } from './context.ts'

/** Whether what was written is safe, in one line. */
export function Saved() {
  const { t } = useTranslation('apply')
  const { state, readOnly } = useWizard()
  const online = useOnline()
  const signedOut = useSignInAsked() !== null
  if (readOnly) return <span className="mute">{t('saved.readOnly')}</span>
  const [tone, shape, says] = state.shut ? ['t-no', 'noc', t('saved.shut', { why: state.shut.title, n: state.waiting })] as const
    : signedOut && state.waiting > 0 ? ['t-am', 'off', t('saved.signedOut', { n: state.waiting })] as const
    : state.conflicts[0] ? ['t-no', 'warn', t('saved.conflict', { by: state.conflicts[0].by })] as const
      : (!online || state.offline) && state.waiting > 0 ? ['t-am', 'off', t(online ? 'saved.unreached' : 'saved.offline', { n: state.waiting })] as const
        : !online ? ['t-am', 'off', t('saved.offlineNothing')] as const
          : Object.keys(state.refused).length > 0 ? ['t-no', 'noc', t('saved.refused', { n: Object.keys(state.refused).length })] as const
            : state.saving || state.waiting > 0 ? ['mute', 'sync', t('saved.saving')] as const
              : state.savedAt ? ['t-ok', 'okc', t('saved.at', { time: timeOf(state.savedAt, true) })] as const
                : ['mute', 'okc', t('saved.nothing')] as const
  return <span className={`${tone} row saved`} role="status" data-saved={state.waiting === 0 && !state.saving ? 'yes' : 'no'}><Icon shape={shape} />{says}</span>
}

/** Colleagues at work, by section. */
export function Editors() {
  const { t } = useTranslation('apply')
  const { state } = useWizard()
  const now = whereTheyAre(state.editors)
  if (now.length === 0) return null
  return <span className="mute wide">{now.map((one) => t(one.section ? 'editor' : 'editorAnswers', { name: one.name, section: one.section })).join(t('comma'))}</span>
}

/** Each colleague where he or she wrote last. */
export const whereTheyAre = (editors: Draft['editors']): Draft['editors'] =>
  [...new Map(editors.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map((one) => [one.name, one])).values()]
