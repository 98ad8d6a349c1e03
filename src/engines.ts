/** Every procedure as the case log and the doors use it. */
import { applicationRelations } from './application-relations.ts'
import type { AnyCase, AnyProcedure, Engine } from './platform/case-log.ts'
import type { Words } from './kernel/words.ts'
import * as campaignCase from './procedures/assessment-campaign/assessment-campaign.case.ts'
import { assessmentCampaignCommands, assessmentCampaignExamples } from './procedures/assessment-campaign/assessment-campaign.commands.ts'
import * as campaignDoor from './procedures/assessment-campaign/assessment-campaign.door.ts'
import { papers as campaignPapers } from './procedures/assessment-campaign/assessment-campaign.papers.ts'
import { assessmentCampaign, assessmentCampaignLaw, assessmentCampaignStages, assessmentCampaignStatuses, assessmentCampaignWords } from './procedures/assessment-campaign/assessment-campaign.ts'
import * as assessmentCase from './procedures/assessment/assessment.case.ts'
import { assessmentCommands } from './procedures/assessment/assessment.commands.ts'
import * as assessmentDoor from './procedures/assessment/assessment.door.ts'
import { assessmentExamples } from './procedures/assessment/assessment.examples.ts'
import { papers as assessmentPapers } from './procedures/assessment/assessment.papers.ts'
import { assessmentLaw, assessmentStages, assessmentStatuses, assessmentWords } from './procedures/assessment/assessment.statuses.ts'
import { assessment } from './procedures/assessment/assessment.ts'
import * as assessmentViews from './procedures/assessment/assessment.views.ts'
import * as baseCase from './procedures/base/base.case.ts'
import { baseCommands, baseExamples } from './procedures/base/base.commands.ts'
import * as baseDoor from './procedures/base/base.door.ts'
import { base, baseCaseStatuses, baseLaw, baseStages, baseWords } from './procedures/base/base.ts'
import * as awardCase from './procedures/award/award.case.ts'
import { awardCommands, awardExamples } from './procedures/award/award.commands.ts'
import * as awardDoor from './procedures/award/award.door.ts'
import { papers as awardPapers } from './procedures/award/award.papers.ts'
import { awardLaw, awardStages, awardStatuses, awardWords } from './procedures/award/award.statuses.ts'
import { award } from './procedures/award/award.ts'
import * as inspectionCase from './procedures/inspection/inspection.case.ts'
import { inspectionCommands } from './procedures/inspection/inspection.commands.ts'
import * as inspectionDoor from './procedures/inspection/inspection.door.ts'
import { inspectionExamples } from './procedures/inspection/inspection.examples.ts'
import { papers as inspectionPapers } from './procedures/inspection/inspection.papers.ts'
import { inspectionLaw, inspectionStages, inspectionStatuses, inspectionWords } from './procedures/inspection/inspection.statuses.ts'
import { inspection } from './procedures/inspection/inspection.ts'
import * as planCase from './procedures/inspection-plan/inspection-plan.case.ts'
import { inspectionPlanCommands, inspectionPlanExamples } from './procedures/inspection-plan/inspection-plan.commands.ts'
import * as planDoor from './procedures/inspection-plan/inspection-plan.door.ts'
import { inspectionPlan, inspectionPlanLaw, inspectionPlanStages, inspectionPlanStatuses, inspectionPlanWords } from './procedures/inspection-plan/inspection-plan.ts'
import * as matterCase from './procedures/major-matter/major-matter.case.ts'
import { majorMatterCommands } from './procedures/major-matter/major-matter.commands.ts'
import * as matterDoor from './procedures/major-matter/major-matter.door.ts'
import { majorMatterExamples } from './procedures/major-matter/major-matter.examples.ts'
import { majorMatterLaw, majorMatterStages, majorMatterStatuses, majorMatterWords } from './procedures/major-matter/major-matter.statuses.ts'
import { majorMatter } from './procedures/major-matter/major-matter.ts'
import * as objectionCase from './procedures/objection/objection.case.ts'
import { objectionCommands, objectionExamples } from './procedures/objection/objection.commands.ts'
import * as objectionDoor from './procedures/objection/objection.door.ts'
import { objection, objectionLaw, objectionStages, objectionStatuses, objectionWords } from './procedures/objection/objection.ts'
import * as noticeCase from './procedures/public-notice/public-notice.case.ts'
import { publicNoticeCommands, publicNoticeExamples } from './procedures/public-notice/public-notice.commands.ts'
import * as noticeDoor from './procedures/public-notice/public-notice.door.ts'
import { publicNotice, publicNoticeLaw, publicNoticeStages, publicNoticeStatuses, publicNoticeWords } from './procedures/public-notice/public-notice.ts'
import * as panelCase from './procedures/panel-review/panel-review.case.ts'
import { panelReviewCommands } from './procedures/panel-review/panel-review.commands.ts'
import * as panelDoor from './procedures/panel-review/panel-review.door.ts'
import { panelReviewExamples } from './procedures/panel-review/panel-review.examples.ts'
import { panelReviewLaw, panelReviewStages, panelReviewStatuses, panelReviewWords } from './procedures/panel-review/panel-review.statuses.ts'
import { panelReview } from './procedures/panel-review/panel-review.ts'
import * as recognitionCase from './procedures/recognition/recognition.case.ts'
import { recognitionCommands } from './procedures/recognition/recognition.commands.ts'
import * as recognitionDoor from './procedures/recognition/recognition.door.ts'
import { recognitionExamples } from './procedures/recognition/recognition.examples.ts'
import { papers as matterPapers } from './procedures/major-matter/major-matter.papers.ts'
import { papers as objectionPapers } from './procedures/objection/objection.papers.ts'
import { papers as panelPapers } from './procedures/panel-review/panel-review.papers.ts'
import { papers as noticePapers } from './procedures/public-notice/public-notice.papers.ts'
import { papers as recognitionPapers } from './procedures/recognition/recognition.papers.ts'
import { recognitionLaw, recognitionStages, recognitionStatuses, recognitionWords } from './procedures/recognition/recognition.statuses.ts'
import { recognition } from './procedures/recognition/recognition.ts'
import * as revocationCase from './procedures/revocation/revocation.case.ts'
import { revocationCommands } from './procedures/revocation/revocation.commands.ts'
import * as revocationDoor from './procedures/revocation/revocation.door.ts'
import { revocationExamples } from './procedures/revocation/revocation.examples.ts'
import { papers as revocationPapers } from './procedures/revocation/revocation.papers.ts'
import { revocationLaw, revocationStages, revocationStatuses, revocationWords } from './procedures/revocation/revocation.statuses.ts'
import { revocation } from './procedures/revocation/revocation.ts'
import * as changeCase from './procedures/rule-change/rule-change.case.ts'
import { ruleChangeCommands, ruleChangeExamples } from './procedures/rule-change/rule-change.commands.ts'
import * as changeDoor from './procedures/rule-change/rule-change.door.ts'
import { ruleChange, ruleChangeLaw, ruleChangeStages, ruleChangeStatuses, ruleChangeWords } from './procedures/rule-change/rule-change.ts'
import * as suspensionCase from './procedures/suspension/suspension.case.ts'
import { suspensionCommands, suspensionExamples } from './procedures/suspension/suspension.commands.ts'
import * as suspensionDoor from './procedures/suspension/suspension.door.ts'
import { papers as suspensionPapers } from './procedures/suspension/suspension.papers.ts'
import { suspension, suspensionLaw, suspensionStages, suspensionStatuses, suspensionWords } from './procedures/suspension/suspension.ts'

/** Each procedure keeps its own types inside; at the log they all look alike. */
const engine = (parts: Record<string, unknown>): Engine => parts as unknown as Engine

export const engines: Record<string, Engine> = {
  recognition: engine({
    procedure: 'recognition', prefix: 'RD', opensWith: 'open', words: recognitionWords, law: recognitionLaw, stages: recognitionStages, statuses: recognitionStatuses,
    steps: recognition as AnyProcedure, commands: recognitionCommands, examples: recognitionExamples, papers: recognitionPapers, ...recognitionCase, ...recognitionDoor,
  }),
  'panel-review': engine({
    procedure: 'panel-review', prefix: 'PS', opensWith: 'convene', words: panelReviewWords, law: panelReviewLaw, stages: panelReviewStages, statuses: panelReviewStatuses,
    steps: panelReview as AnyProcedure, commands: panelReviewCommands, examples: panelReviewExamples, papers: panelPapers, ...panelCase, ...panelDoor, ...panelDoor.reading(applicationRelations),
  }),
  'public-notice': engine({
    procedure: 'public-notice', prefix: 'GS', opensWith: 'publish', words: publicNoticeWords, law: publicNoticeLaw, stages: publicNoticeStages, statuses: publicNoticeStatuses,
    steps: publicNotice as AnyProcedure, commands: publicNoticeCommands, examples: publicNoticeExamples, papers: noticePapers, ...noticeCase, ...noticeDoor,
  }),
  'major-matter': engine({
    procedure: 'major-matter', prefix: 'ZD', opensWith: 'open', words: majorMatterWords, law: majorMatterLaw, stages: majorMatterStages, statuses: majorMatterStatuses,
    steps: majorMatter as AnyProcedure, commands: majorMatterCommands, examples: majorMatterExamples, papers: matterPapers, ...matterCase, ...matterDoor,
  }),
  objection: engine({
    procedure: 'objection', prefix: 'YY', opensWith: 'file', words: objectionWords, law: objectionLaw, stages: objectionStages, statuses: objectionStatuses,
    steps: objection as AnyProcedure, commands: objectionCommands, examples: objectionExamples, papers: objectionPapers, ...objectionCase, ...objectionDoor,
  }),
  base: engine({
    procedure: 'base', prefix: 'JD', opensWith: 'open', words: baseWords, law: baseLaw, stages: baseStages, statuses: baseCaseStatuses,
    steps: base as AnyProcedure, commands: baseCommands, examples: baseExamples, ...baseCase, ...baseDoor,
  }),
  inspection: engine({
    procedure: 'inspection', prefix: 'JC', opensWith: 'open', words: inspectionWords, law: inspectionLaw, stages: inspectionStages, statuses: inspectionStatuses,
    steps: inspection as AnyProcedure, commands: inspectionCommands, examples: inspectionExamples, papers: inspectionPapers, ...inspectionCase, ...inspectionDoor,
  }),
  'inspection-plan': engine({
    procedure: 'inspection-plan', prefix: 'JH', opensWith: 'open', words: inspectionPlanWords, law: inspectionPlanLaw, stages: inspectionPlanStages, statuses: inspectionPlanStatuses,
    steps: inspectionPlan as AnyProcedure, commands: inspectionPlanCommands, examples: inspectionPlanExamples, ...planCase, ...planDoor,
  }),
  suspension: engine({
    procedure: 'suspension', prefix: 'ZT', opensWith: 'suspend', words: suspensionWords, law: suspensionLaw, stages: suspensionStages, statuses: suspensionStatuses,
    steps: suspension as AnyProcedure, commands: suspensionCommands, examples: suspensionExamples, papers: suspensionPapers, ...suspensionCase, ...suspensionDoor,
  }),
  revocation: engine({
    procedure: 'revocation', prefix: 'CX', opensWith: 'open', words: revocationWords, law: revocationLaw, stages: revocationStages, statuses: revocationStatuses,
    steps: revocation as AnyProcedure, commands: revocationCommands, examples: revocationExamples, papers: revocationPapers, ...revocationCase, ...revocationDoor,
  }),
  award: engine({
    procedure: 'award', prefix: 'JB', opensWith: 'propose', words: awardWords, law: awardLaw, stages: awardStages, statuses: awardStatuses,
    steps: award as AnyProcedure, commands: awardCommands, examples: awardExamples, papers: awardPapers, ...awardCase, ...awardDoor,
  }),
  'assessment-campaign': engine({
    procedure: 'assessment-campaign', prefix: 'KA', opensWith: 'plan', words: assessmentCampaignWords, law: assessmentCampaignLaw, stages: assessmentCampaignStages, statuses: assessmentCampaignStatuses,
    steps: assessmentCampaign as AnyProcedure, commands: assessmentCampaignCommands, examples: assessmentCampaignExamples, papers: campaignPapers, ...campaignCase, ...campaignDoor,
  }),
  assessment: engine({
    procedure: 'assessment', prefix: 'KH', opensWith: 'open', words: assessmentWords, law: assessmentLaw, stages: assessmentStages, statuses: assessmentStatuses,
    steps: assessment as AnyProcedure, commands: assessmentCommands, examples: assessmentExamples, papers: assessmentPapers, ...assessmentCase, ...assessmentDoor, refresh: assessmentViews.refresh,
  }),
  'rule-change': engine({
    procedure: 'rule-change', prefix: 'GZ', opensWith: 'propose', words: ruleChangeWords, law: ruleChangeLaw, stages: ruleChangeStages, statuses: ruleChangeStatuses,
    steps: ruleChange as AnyProcedure, commands: ruleChangeCommands, examples: ruleChangeExamples, ...changeCase, ...changeDoor,
  }),
}

export const roleWords: Record<string, Words> = {
  'host.clerk': { zh: '单位经办人', en: 'host clerk' }, 'host.admin': { zh: '单位管理员', en: 'host administrator' }, 'partner.admin': { zh: '共建单位', en: 'partner' },
  'base.director': { zh: '基地主任', en: 'base director' }, 'base.clerk': { zh: '基地经办', en: 'base clerk' },
  'county.officer': { zh: '区县经办人', en: 'county officer' }, 'county.lead': { zh: '区县负责人', en: 'county lead' },
  'city.officer': { zh: '市局经办人', en: 'city officer' }, 'city.lead': { zh: '市局负责人', en: 'city lead' }, 'city.supervisor': { zh: '机关纪委', en: 'city supervisor' },
  expert: { zh: '评审专家', en: 'expert' }, client: { zh: '需求单位', en: 'client' }, sysadmin: { zh: '系统管理员', en: 'system administrator' }, secadmin: { zh: '安全管理员', en: 'security administrator' },
  auditor: { zh: '审计员', en: 'auditor' }, system: { zh: '系统', en: 'the system' },
}
export const wording = { roles: roleWords }

export type { AnyCase }
