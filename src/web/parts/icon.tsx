import sprite from '../sprite.svg'

export type Shape =
  | 'back'
  | 'bar'
  | 'bell'
  | 'bin'
  | 'book'
  | 'cam'
  | 'check'
  | 'clock'
  | 'cross'
  | 'down'
  | 'eye'
  | 'file'
  | 'gear'
  | 'half'
  | 'horn'
  | 'lock'
  | 'menu'
  | 'noc'
  | 'off'
  | 'okc'
  | 'open'
  | 'paper'
  | 'pin'
  | 'plus'
  | 'quill'
  | 'right'
  | 'scale'
  | 'search'
  | 'send'
  | 'shield'
  | 'sync'
  | 'up'
  | 'user'
  | 'warn'

/** A shape of the one sprite. Always decoration: the word stands beside it. */
export const Icon = ({ shape, className }: { shape: Shape; className?: string }) => (
  <svg className={className ? `i ${className}` : 'i'} aria-hidden="true">
    <use href={`${sprite}#${shape}`} />
  </svg>
)
