// English: plan rates between currencies.
export const rates = {
  'rates.title': 'Plan rates',
  'rates.intro':
    'With one rate for the whole fiscal year, targets and sums of teams in different currencies do not move with the exchange. Money without a rate is shown apart. A changed rate counts from today on; what was measured before stays.',
  'rates.year': 'Fiscal year',
  'rates.span': '{from} – {to}',
  'rates.reporting': 'Reporting currency',
  'rates.field': '1 {currency} in {reporting}',
  'rates.about': 'About {rate}. Leave it empty to show this money apart.',
  'rates.which': 'Which rate of {currency} is right?',
  'rates.one': '1 {currency} = {rate} {reporting}',
  'rates.at': 'At plan rate {rates}.',
  'rates.apartOf':
    '*{metric}* {amounts}: not added up, because there is no plan rate for all of it. An admin sets it with `/kpi rates`.',
  'rates.oneCurrency': 'All teams count money in {currency}, so no rates are needed.',
  'rates.saved': '✅ Saved: plan rates {year}, in {reporting}.',
  'rates.apart': 'Without a rate, and so shown apart: {currencies}.',
  'rates.ofYear': '*Plan rates {year}, in {reporting}*',
  'rates.noneYet': 'There are no plan rates for {year} yet: money in different currencies is shown apart.',
  'rates.askThese': 'Only an admin can change them. Please ask {admins}.',
  'rates.askAdmin': 'Only an admin of this workspace can change them.',
  'rates.notANumber': 'Please enter what 1 {currency} is in {reporting}, like 1.08.',
  'rates.notPositive': 'A rate has to be above 0: what is 1 {currency} in {reporting}?',
  'rates.tooLarge': 'A rate can be at most 900,000. Is it meant the other way round?',
  'rates.tooManyDecimals': 'At most 10 decimals, please.',
  'rates.otherCurrency': 'Please enter the rate in {reporting}.',
} as const
