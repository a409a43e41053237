// Included by a publisher's page beside a link to a consultation:
//   <a href="https://avis.example/consultations/SLUG" data-avis>Donnez votre avis</a>
//   <script src="https://avis.example/embed.js" async></script>
// The link becomes a frame that is as high as what is in it; without JavaScript it stays a link. The frame includes the
// same file, to say how high it is. Nothing is stored, and nothing is read of the page around.
;(() => {
  if (document.documentElement.hasAttribute('data-avis-frame')) {
    const tell = () =>
      window.parent.postMessage({ avis: 'height', height: document.documentElement.offsetHeight }, '*')
    new ResizeObserver(tell).observe(document.documentElement)
    return
  }
  const origin = new URL(document.currentScript.src).origin
  const frames = []

  function frame(link) {
    const address = new URL(link.href)
    const slug = /^\/consultations\/([a-z0-9-]+)/.exec(address.pathname)?.[1]
    if (address.origin !== origin || !slug) return
    const iframe = document.createElement('iframe')
    iframe.src = `${origin}/embed/${slug}`
    iframe.title = link.textContent.trim()
    iframe.loading = 'lazy'
    iframe.style.cssText = 'display:block;width:100%;height:22rem;border:0'
    frames.push(iframe)
    link.replaceWith(iframe)
  }

  window.addEventListener('message', ({ origin: from, source, data }) => {
    if (from !== origin || data?.avis !== 'height' || !(data.height > 0)) return
    const iframe = frames.find(({ contentWindow }) => contentWindow === source)
    if (iframe) iframe.style.height = `${Math.ceil(data.height)}px`
  })

  const frameAll = () => document.querySelectorAll('a[data-avis]').forEach(frame)
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', frameAll)
  else frameAll()
})()
