import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../parts/field.tsx'
import { Segment } from '../parts/segment.tsx'
import { lineThrough, signed, type Signature, strokeOf } from './signature.ts'

type Signatures = Record<string, Signature>

/** Every member of the group signs: by finger, pen or mouse, or, where that cannot be, by confirming the name. */
export function SignatureList({ names, signatures, onChange }: { names: readonly string[]; signatures: Signatures; onChange: (signatures: Signatures) => void }) {
  const { t } = useTranslation('admin')
  return (
    <fieldset className="stack">
      <legend>{t('visit.sign')}</legend>
      <p className="help">{t('visit.signHint')}</p>
      {names.length === 0 && <p className="s mute">{t('visit.signNobody')}</p>}
      {names.map((name) => (
        <Member key={name} name={name} signature={signatures[name] ?? {}} onChange={(signature) => onChange({ ...signatures, [name]: signature })} />
      ))}
    </fieldset>
  )
}

function Member({ name, signature, onChange }: { name: string; signature: Signature; onChange: (signature: Signature) => void }) {
  const { t } = useTranslation('admin')
  const [typing, setTyping] = useState(signature.typed !== undefined)
  return (
    <div className="signature">
      <div className="row">
        <b className="grow">{name}</b>
        <span className={signed(signature) ? 's t-ok' : 's mute'}>{t(signed(signature) ? 'visit.signedState' : 'visit.unsigned')}</span>
      </div>
      <Segment
        label={t('visit.signBy', { name })}
        value={typing ? 'typed' : 'drawn'}
        onChange={(way) => {
          setTyping(way === 'typed')
          onChange({})
        }}
        choices={[
          { value: 'drawn', label: t('visit.signDrawn') },
          { value: 'typed', label: t('visit.signTyped') },
        ]}
      />
      {typing ? (
        <CheckField checked={signature.typed === true} onChange={(typed) => onChange(typed ? { typed: true } : {})}>
          {t('visit.signConfirm', { name })}
        </CheckField>
      ) : (
        <Pad name={name} strokes={signature.strokes ?? []} onChange={(strokes) => onChange(strokes.length > 0 ? { strokes } : {})} />
      )}
    </div>
  )
}

/** A place to write on. What is written is kept as points in a box of 300 by 100, whatever the size of the screen. */
function Pad({ name, strokes, onChange }: { name: string; strokes: readonly number[][]; onChange: (strokes: number[][]) => void }) {
  const { t } = useTranslation('admin')
  const place = useRef<SVGSVGElement>(null)
  const [running, setRunning] = useState<number[] | null>(null)
  const pointAt = (event: { clientX: number; clientY: number }): [number, number] => {
    const box = place.current?.getBoundingClientRect()
    return box ? [((event.clientX - box.left) / box.width) * 300, ((event.clientY - box.top) / box.height) * 100] : [0, 0]
  }
  const ends = () => {
    if (!running) return
    const stroke = strokeOf(running)
    setRunning(null)
    if (stroke) onChange([...strokes, stroke])
  }
  return (
    <>
      <svg
        ref={place}
        className="pad"
        viewBox="0 0 300 100"
        role="img"
        aria-label={t('visit.pad', { name })}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setRunning(pointAt(event))
        }}
        onPointerMove={(event) => running && setRunning([...running, ...pointAt(event)])}
        onPointerUp={ends}
        onPointerCancel={ends}
      >
        <line x1="12" y1="82" x2="288" y2="82" />
        {[...strokes, ...(running ? [running] : [])].map((stroke, at) => (
          <polyline key={at} points={lineThrough(stroke)} />
        ))}
      </svg>
      <button type="button" className="btn sm" aria-label={`${t('visit.padClear')} ${name}`} disabled={strokes.length === 0} onClick={() => onChange([])}>
        {t('visit.padClear')}
      </button>
    </>
  )
}
