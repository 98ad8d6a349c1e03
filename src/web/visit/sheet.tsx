import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../contract.ts'
import type { Words } from '../../kernel/words.ts'
import { Icon } from '../parts/icon.tsx'
import { useOnline } from '../shell/frame.tsx'
import { useWords } from '../words.ts'

type Block = { id: string; words: Words }

/** What stands above every sheet that is filled in on the spot: the case, and whether everything is sent. */
export function Top({ detail, title, waiting }: { detail: CaseDetail; title: string; waiting: number }) {
  const { t } = useTranslation('admin')
  const online = useOnline()
  return (
    <header className="ph on-dark">
      <div className="row between">
        <Link className="row" to="/cases/$number" params={{ number: detail.case.number }}>
          <Icon shape="back" />
          <b>{title}</b>
        </Link>
        <span className={online && waiting === 0 ? 'row s' : 'row s waiting'} role="status">
          <Icon shape={online ? (waiting > 0 ? 'sync' : 'check') : 'off'} />
          {!online ? t('visit.offline', { n: waiting }) : waiting > 0 ? t('visit.queued', { n: waiting }) : t('visit.online')}
        </span>
      </div>
      <h1>{detail.case.title}</h1>
      <small>
        {detail.case.number} · {detail.case.hosts.map(({ name }) => name).join('、')}
      </small>
    </header>
  )
}

/** The parts of the sheet with what is answered in each, and the signing at the end. */
export function Blocks({ at, blocks, onGo }: { at: number; blocks: readonly (Block & { done: number; of: number })[]; onGo: (at: number) => void }) {
  const { t } = useTranslation('admin')
  const words = useWords()
  return (
    <nav className="blocks" aria-label={t('visit.blocks')}>
      {blocks.map((block, index) => (
        <button
          key={block.id}
          type="button"
          aria-current={index === at ? 'step' : undefined}
          aria-label={`${block.id} ${words(block.words)} ${block.done} / ${block.of}`}
          onClick={() => onGo(index)}
        >
          <b>{block.id}</b>
          {block.done === block.of ? (
            <span className="t-ok">
              <Icon shape="okc" />
            </span>
          ) : (
            `${block.done}/${block.of}`
          )}
        </button>
      ))}
      <button
        type="button"
        aria-current={at === blocks.length ? 'step' : undefined}
        aria-label={t('visit.finish')}
        onClick={() => onGo(blocks.length)}
      >
        <b>
          <Icon shape="quill" />
        </b>
      </button>
    </nav>
  )
}

/** Back and on, under the thumb. */
export function Thumb({ at, blocks, onGo }: { at: number; blocks: readonly Block[]; onGo: (at: number) => void }) {
  const { t } = useTranslation('admin')
  const next = blocks[at + 1]
  return (
    <nav className="bar2">
      <button type="button" className="btn back" disabled={at === 0} onClick={() => onGo(at - 1)}>
        {t('visit.previous')}
      </button>
      {at < blocks.length && (
        <button type="button" className="btn primary" onClick={() => onGo(at + 1)}>
          {next ? t('visit.next', { block: next.id }) : t('visit.finish')}
        </button>
      )}
    </nav>
  )
}
