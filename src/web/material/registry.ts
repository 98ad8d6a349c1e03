import { type ComponentType, lazy } from 'react'
import type { CaseDetail } from '../../contract.ts'

type Material = ComponentType<{ detail: CaseDetail }>

/** What stands in the middle of the case page, by procedure; what has no page of its own shows its file. */
const pages: { readonly [procedure: string]: Material } = {
  recognition: lazy(async () => ({ default: (await import('./recognition.tsx')).RecognitionMaterial })),
  'panel-review': lazy(async () => ({ default: (await import('./panel-review.tsx')).PanelReviewMaterial })),
  'public-notice': lazy(async () => ({ default: (await import('./public-notice.tsx')).PublicNoticeMaterial })),
  base: lazy(async () => ({ default: (await import('./base.tsx')).BaseMaterial })),
  objection: lazy(async () => ({ default: (await import('./objection.tsx')).ObjectionMaterial })),
  'rule-change': lazy(async () => ({ default: (await import('./rule-change.tsx')).RuleChangeMaterial })),
  inspection: lazy(async () => ({ default: (await import('./inspection.tsx')).InspectionMaterial })),
  'inspection-plan': lazy(async () => ({ default: (await import('./inspection-plan.tsx')).InspectionPlanMaterial })),
  suspension: lazy(async () => ({ default: (await import('./suspension.tsx')).SuspensionMaterial })),
  assessment: lazy(async () => ({ default: (await import('./assessment.tsx')).AssessmentMaterial })),
  'assessment-campaign': lazy(async () => ({ default: (await import('./assessment-campaign.tsx')).AssessmentCampaignMaterial })),
  'major-matter': lazy(async () => ({ default: (await import('./major-matter.tsx')).MajorMatterMaterial })),
  revocation: lazy(async () => ({ default: (await import('./revocation.tsx')).RevocationMaterial })),
  award: lazy(async () => ({ default: (await import('./award.tsx')).AwardMaterial })),
}
const anyOther: Material = lazy(async () => ({ default: (await import('./file.tsx')).FileMaterial }))

export const materialOf = (procedure: string): Material => pages[procedure] ?? anyOther
