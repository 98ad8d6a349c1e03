export const LobbyingPage = () => null
