// Says why a target cannot be shared out over the teams, with the teams and numbers that clash.
import type { Translate } from '../../core/i18n/translate.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import { fiscalYearName } from '../../numbers/slack/rate-text.ts'
import { amongTeams, type LoadedCascade, metricIn } from '../flows/load-cascade.ts'
import type { CascadeRefused } from '../flows/set-cascade.ts'
import { teamName } from './cascade-preview.ts'
import { BLOCKS } from './target-form.ts'
import { refusalText } from './target-refusal.ts'

const LISTED = 5

/** `block`: the field of the first form that it is about. Not escaped: it stands below a field. */
export function cascadeRefusal(
  refusal: CascadeRefused,
  loaded: LoadedCascade,
  t: Translate,
): { block: string; text: string } {
  const { metric } = loaded
  switch (refusal.reason) {
    case 'nobody':
      return { block: BLOCKS.metric, text: t('cascade.nobody') }
    case 'no-weight':
      return { block: BLOCKS.split, text: t('cascade.noWeight') }
    case 'no-rate': {
      const currencies = refusal.currencies.join(t('common.listSeparator'))
      const year = fiscalYearName(loaded.fiscalYear, t)
      return { block: BLOCKS.metric, text: t('cascade.noRate', { currencies, year }) }
    }
    case 'teams-clash':
      return { block: BLOCKS.value, text: clashText(refusal, loaded, t) }
    case 'in-team': {
      const { teamId, whole, refusal: inner } = refusal
      const own = metricIn(loaded, teamId)
      const said = { team: teamName(teamId, loaded), whole: formatValue(own, whole, t.locale) }
      const { text: why } = refusalText(inner, own, t)
      return { block: BLOCKS.value, text: t('cascade.inTeam', { ...said, why }) }
    }
    default:
      return refusalText(refusal, metric, t)
  }
}

function clashText(
  { teamId, whole, set, open }: Extract<CascadeRefused, { reason: 'teams-clash' }>,
  loaded: LoadedCascade,
  t: Translate,
): string {
  const written = (value: number, of = teamId) => formatValue(metricIn(loaded, of), value, t.locale)
  const name = (of: string) =>
    of === teamId ? t('cascade.own', { team: teamName(of, loaded) }) : teamName(of, loaded)
  const listed = set
    .slice(0, LISTED)
    .map((one) => t('cascade.belowOne', { team: name(one.teamId), value: written(one.value, one.teamId) }))
  const more = set.length - listed.length
  const parts = [...listed, ...(more > 0 ? [t('target.moreLines', { count: more })] : [])]
  return t('cascade.clash', {
    ...{ open, team: teamName(teamId, loaded), whole: written(whole) },
    sum: written(set.reduce((sum, one) => sum + amongTeams(loaded, one.value, one.teamId, teamId), 0)),
    parts: parts.join(t('common.listSeparator')),
  })
}
