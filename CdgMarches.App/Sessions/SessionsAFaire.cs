using CdgMarches.App.Espace;
using CdgMarches.App.Socle;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Sessions;

/// <summary>Les sessions de présentation où une collectivité est invitée et pour lesquelles personne n'a encore répondu.</summary>
internal sealed class SessionsAFaire(LireSessionsDuMembre lire) : ISourceDuMembre
{
    public async Task<IReadOnlyList<ChoseAFaire>> ExecuterAsync(Acteur acteur, CancellationToken annulation = default) =>
        [
            .. (await lire.SansReponseAsync(acteur, annulation)).Select(s => new ChoseAFaire(
                "S'inscrire à une session de présentation",
                $"{s.Membre} · {s.Titre}, le {Formats.DateLongue(s.Date)} à {Formats.Heure(s.Debut)}, {s.Lieu}",
                s.Date,
                5,
                "Voir et s'inscrire",
                s.Adresse
            )
            {
                Heure = s.Debut,
            }),
        ];
}
