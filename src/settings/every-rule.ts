/** Every rule that rests on settings, for the console and its counts. A page of rules that is missing here is found by its test. */
import type { Rule } from '../kernel/rule.ts'
import * as assessment from './assessment-rules.ts'
import * as award from './award-rules.ts'
import * as base from './base-rules.ts'
import * as conductOfBases from './conduct-base.ts'
import * as conduct from './conduct.ts'
import * as draw from './draw-rules.ts'
import * as grade from './grade-rules.ts'
import * as inspectionPlan from './inspection-plan-rules.ts'
import * as inspection from './inspection-rules.ts'
import * as matter from './matter-rules.ts'
import * as notice from './notice-rules.ts'
import * as objection from './objection-rules.ts'
import * as panel from './panel-rules.ts'
import * as review from './review-rules.ts'
import * as revocation from './revocation-rules.ts'
import * as application from './rules.ts'
import * as siteVisit from './site-visit-rules.ts'
import * as suspension from './suspension-rules.ts'

const isRule = (value: unknown): value is Rule<never> => typeof value === 'object' && value !== null && 'law' in value && 'modality' in value

export const everyRule: readonly Rule<never>[] = [
  application, siteVisit, review, panel, draw, notice, objection, conduct, base, conductOfBases, matter, inspection, inspectionPlan, suspension, assessment, grade, revocation, award,
].flatMap((page) => Object.values<unknown>(page).filter(isRule))
