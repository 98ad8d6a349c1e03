import { useTranslation } from 'react-i18next'
import type { RegisterShown } from '../../procedures/inspection/inspection.findings.ts'
import type { InspectionItem } from '../../settings/inspection-2026.ts'
import { Cite } from '../parts/cite.tsx'
import { SelectField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { CheckCard } from '../visit/check.tsx'
import type { Photo } from '../visit/photos.ts'
import { blankCheck } from '../visit/record.ts'
import { asksNote, type ItemRecord } from './record.ts'

const matters = Array.from({ length: 16 }, (_, at) => `M${String(at + 1).padStart(2, '0')}`)

/** One item of the list: what the register shows first, then what is found. */
export function ItemCard({
  item,
  shown,
  record,
  photos,
  onChange,
  onPhotos,
}: {
  item: InspectionItem
  shown: RegisterShown
  record: ItemRecord | undefined
  photos: readonly Photo[]
  onChange: (record: ItemRecord) => void
  onPhotos: (files: readonly File[]) => void
}) {
  const { t } = useTranslation('inspection')
  const words = useWords()
  const finding = shown.findings.find((one) => one.item === item.id)
  const wanting = record?.result === 'partly' || record?.result === 'fails'
  return (
    <CheckCard
      check={item}
      law={item.law}
      declared={item.kind === 'figure' ? shown.declared[item.id] : undefined}
      record={record}
      photos={photos}
      asksNote={asksNote(record, item.id, shown)}
      results={[
        { value: 'meets', label: t('sheet.answers.meets'), tone: 'yes' },
        { value: 'partly', label: t('sheet.answers.partly'), tone: 'mid' },
        { value: 'fails', label: t('sheet.answers.fails'), tone: 'no' },
        { value: 'notApplicable', label: t('sheet.answers.notApplicable') },
      ]}
      onChange={(next) => onChange({ ...(record ?? blankCheck), ...next })}
      onPhotos={onPhotos}
      after={
        item.law === 'Art. 15' &&
        wanting && (
          <SelectField
            label={t('sheet.matter')}
            value={record.matter ?? ''}
            empty={t('sheet.matterNone')}
            choices={matters.map((code) => ({ value: code, label: code }))}
            onChange={(matter) => onChange({ ...record, matter })}
          />
        )
      }
    >
      {finding && (
        <div className="note am">
          <Icon shape="warn" />
          <span className="s">
            {t('sheet.shown')} {words(finding.because)} <Cite law={finding.law} />
          </span>
        </div>
      )}
    </CheckCard>
  )
}
