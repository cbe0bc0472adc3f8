// The standup as the steps that every check-in shares know it: its kind, its messages, and who has answered.
import type { Checkin } from '../../flows/checkin.ts'
import { answeredAmong } from '../db/standups.ts'
import { STANDUP_KIND } from '../domain/standup-kind.ts'
import { STANDUP_MESSAGES } from '../domain/standup-messages.ts'

export const STANDUP_CHECKIN: Checkin = { kind: STANDUP_KIND, messages: STANDUP_MESSAGES, answeredAmong }
