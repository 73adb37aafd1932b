import {expect, test} from 'vitest'
import {compare} from '../../plugins/conformance/comparison.ts'

test.each([
  ['equal texts', 'a', 'a', []],
  ['escapes of signs', 'a \\* b \\_', 'a * b _', ['escapes']],
  ['an image’s description', '![a](u)', '![b c](u)', ['image alt']],
  ['a description with brackets', '![[a] b](u)', '![c](u)', ['image alt']],
  ['the description of an HTML image', "<img src='u' alt='a' />", "<img src='u' alt='b' />", ['image alt']],
  ['white space of any kind', 'a\u00A0: b\r\n', 'a: b\n', ['white space']],
  ['Japanese with a line end inside', '管理\n   センター', '管理センター', ['white space']],
  ['direction marks', 'مركز\u200F الإدارة', 'مركز الإدارة', ['invisible signs']],
  ['two at once', '\\* ![a](u)', '* ![b](u)', ['escapes', 'image alt']],
  ['words', 'a', 'b', ['other']],
  ['a letter that a mark stands for', 'a\\b', 'ab', ['other']],
])('%s', (_, ours, theirs, reasons) => {
  expect(compare(ours, theirs).reasons).toEqual(reasons)
})

test('the first line that differs is shown from shortly before the difference', () => {
  const same = 'x'.repeat(100)
  expect(compare(`a\n${same}1`, `a\n${same}2`).first).toEqual({
    line: 2,
    ours: `${'x'.repeat(24)}1`,
    theirs: `${'x'.repeat(24)}2`,
  })
})

test.each([
  ['ours ends first', 'a', 'a\nb'],
  ['theirs ends first', 'a\nb', 'a'],
])('the first difference where %s is the line after', (_, ours, theirs) => {
  expect(compare(ours, theirs).first?.line).toBe(2)
})
