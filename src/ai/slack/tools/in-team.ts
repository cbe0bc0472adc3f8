// Names the team in a fact and in the command behind it, where a reader has several.
import type { Translate } from '../../../core/i18n/translate.ts'
import { cleanText } from '../../../core/text.ts'
import type { TeamIdentity } from '../../../org/domain/message-facts.ts'
import { type AskedSpan, spanWords } from '../../domain/asked-span.ts'
import type { Fact } from '../../domain/fact.ts'
import { shortName } from '../facts.ts'

/** Uncut: what is typed has to be found again. */
const TYPED_NAME = 200

/** 'calls: 11 today (North)'. `team` null: it needs no name. */
export const inTeam = (fact: Fact, team: string | null, t: Translate): Fact =>
  team === null
    ? fact
    : {
        ...fact,
        text: t('ask.inTeam', { team: shortName(team), said: fact.text }),
        fields: [...fact.fields, 'names-of-teams'],
      }

/** 'me North' */
export const withTeam = (command: string, team: string | null): string =>
  team === null ? command : `${command} ${cleanText(team, TYPED_NAME)}`

/** Which team it is has to be said to whoever leads several. */
export const teamCommand = ({ teamName }: Pick<TeamIdentity, 'teamName'>, period: AskedSpan): string =>
  `${withTeam('team', teamName)} ${spanWords(period)}`
