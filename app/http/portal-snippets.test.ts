import { expect, test } from 'vitest'
import { BANNER_SIZES } from '../core/contests/banner-size.ts'
import { bannerSnippet, boardSnippet } from './portal-snippets.ts'

const ORIGIN = 'https://hoithi.example.gov.vn'

test('the banner is one link with one picture, by absolute addresses, that shrinks on a phone', () => {
  expect(bannerSnippet(ORIGIN, BANNER_SIZES[0], 'svg', 'Cuộc thi: vào thi')).toBe(
    '<a href="https://hoithi.example.gov.vn/" target="_blank" rel="noopener">' +
      '<img src="https://hoithi.example.gov.vn/nhung/banner/575x72.svg" width="575" height="72"' +
      ' alt="Cuộc thi: vào thi" style="max-width:100%;height:auto;border:0"></a>',
  )
})

test('the board is one frame, by an absolute address', () => {
  expect(boardSnippet(ORIGIN, { rows: 5, theme: 'dark', roundSlug: 'dot-1' }, 'Bảng xếp hạng')).toBe(
    '<iframe src="https://hoithi.example.gov.vn/nhung/bang-xep-hang?so=5&amp;nen=toi&amp;dot=dot-1"' +
      ' title="Bảng xếp hạng" width="100%" height="670" style="border:0" loading="lazy"></iframe>',
  )
})

test('a title can close neither its attribute nor its element', () => {
  const snippet = bannerSnippet(ORIGIN, BANNER_SIZES[0], 'png', '"><script>alert(1)</script>&')

  expect(snippet).toContain('alt="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;"')
})
