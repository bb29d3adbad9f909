const dark = matchMedia('(prefers-color-scheme: dark)')

/** The switch between light and dark; without a choice the system decides. */
export function setUpTheme(button, label) {
  const root = document.documentElement
  const current = () => root.dataset.theme ?? (dark.matches ? 'dark' : 'light')
  const show = () => {
    label.textContent = current() === 'dark' ? 'المظهر الفاتح' : 'المظهر الداكن'
  }
  button.addEventListener('click', () => {
    root.dataset.theme = current() === 'dark' ? 'light' : 'dark'
    try {
      localStorage.setItem('theme', root.dataset.theme)
    } catch {
      // The choice then lasts as long as the page.
    }
    show()
  })
  dark.addEventListener('change', show)
  show()
}
