// Reads a report of vitest's: prints how many tests passed and failed, and adds each failure, with the beginning of its reason, to a file.
import { appendFileSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

const REASON_LINES = 12

const [, , report, failures] = process.argv
const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
console.log(numPassedTests, numFailedTests)

const reasonOf = (messages) =>
  stripVTControlCharacters(messages.join('\n'))
    .split('\n')
    .slice(0, REASON_LINES)
    .map((line) => `    ${line}\n`)
    .join('')

for (const { name, status, message, assertionResults } of testResults) {
  const tests = assertionResults.filter((test) => test.status === 'failed')
  const failed = tests.map((test) => ({ title: test.fullName, reason: reasonOf(test.failureMessages) }))
  if (status === 'failed' && tests.length === 0)
    failed.push({ title: 'the file', reason: reasonOf([message]) })
  for (const { title, reason } of failed)
    appendFileSync(failures, `${name.replace(`${process.cwd()}/`, '')}: ${title}\n${reason}`)
}
