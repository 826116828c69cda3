/** Who signs in during the browser tests. */
const ADMINISTRATOR = {
  firstname: 'Mei',
  lastname: 'Harbour',
  email: 'mei@harbourpost.example',
  password: 'Lantern-1904',
};

module.exports = { ADMINISTRATOR };
