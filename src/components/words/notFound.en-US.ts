/** The words of the 404 but for its title, which is the theme's. */
const words = {
  here: 'This page does not exist in {language}.',
  elsewhere: 'It exists in {language}.',
  nowhere: 'There is no page at this address.',
  home: 'All runbooks:',
}

export default words
