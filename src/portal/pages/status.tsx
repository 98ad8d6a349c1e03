import type { BaseStatus, CertificateStatus, NoticeItem, NoticeState, VerifiedPaper } from '../portal.data.ts'
import { Icon, type IconName } from './icon.tsx'
import { usePage } from './page.tsx'

type Shape = { family: 'go' | 'back' | 'ok' | 'no' | 'void' | 'judge'; icon: IconName }

const bases: Record<BaseStatus, Shape> = {
  building: { family: 'go', icon: 'half' },
  operating: { family: 'ok', icon: 'tick' },
  rectifying: { family: 'back', icon: 'back' },
  suspended: { family: 'no', icon: 'warn' },
  revoked: { family: 'no', icon: 'cross' },
  left: { family: 'void', icon: 'bar' },
}

const notices: Record<NoticeState, Shape> = {
  open: { family: 'go', icon: 'horn' },
  closed: { family: 'void', icon: 'bar' },
  corrected: { family: 'void', icon: 'bar' },
  terminated: { family: 'void', icon: 'bar' },
}

const items: Record<NoticeItem['state'], Shape> = {
  listed: { family: 'go', icon: 'horn' },
  waiting: { family: 'go', icon: 'horn' },
  cleared: { family: 'ok', icon: 'tick' },
  reopened: { family: 'go', icon: 'half' },
  moved: { family: 'void', icon: 'bar' },
}

const certificates: Record<CertificateStatus, Shape> = {
  valid: { family: 'ok', icon: 'tick' },
  suspended: { family: 'no', icon: 'warn' },
  void: { family: 'no', icon: 'cross' },
}

const papers: Record<VerifiedPaper['state'], Shape> = {
  valid: { family: 'ok', icon: 'tick' },
  suspended: { family: 'no', icon: 'warn' },
  ended: { family: 'void', icon: 'bar' },
  replaced: { family: 'void', icon: 'bar' },
  void: { family: 'no', icon: 'cross' },
}

/** A status is shape, word and colour, never colour alone. */
export const Mark = ({ family, icon, word }: Shape & { word: string }) => (
  <span className={`st ${family}`}>
    <Icon name={icon} />
    {word}
  </span>
)

export const BaseMark = ({ status }: { status: BaseStatus }) => <Mark {...bases[status]} word={usePage().words.statuses[status]} />
export const NoticeMark = ({ state }: { state: NoticeState }) => <Mark {...notices[state]} word={usePage().words.noticeStates[state]} />
export const ItemMark = ({ state }: { state: NoticeItem['state'] }) => <Mark {...items[state]} word={usePage().words.itemStates[state]} />
export const PaperMark = ({ state }: { state: VerifiedPaper['state'] }) => <Mark {...papers[state]} word={usePage().words.paperStates[state]} />
export const CertificateMark = ({ status }: { status: CertificateStatus }) => (
  <Mark {...certificates[status]} word={usePage().words.certificates[status]} />
)
