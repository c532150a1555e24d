using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;

namespace CdgMarches.App.Groupements;

/// <summary>La synthèse d'un groupement, son ouverture et sa clôture.</summary>
public sealed partial class PageGroupement(OuvrirGroupement ouvrir, CloreGroupement clore, HorlogeLegale horloge)
    : PageDeGroupement
{
    private Confirmation? _confirmation;
    private DateOnly? _dernierJour = horloge.Aujourdhui;

    private string Duree =>
        (Fiche!.Identite.Fin, Fiche.Identite.EstPermanent) switch
        {
            ({ } fin, _) => $"du {Formats.DateLongue(Fiche.Identite.Debut)} au {Formats.DateLongue(fin)}",
            (null, true) => $"indéterminée, depuis le {Formats.DateLongue(Fiche.Identite.Debut)}",
            (null, false) => $"depuis le {Formats.DateLongue(Fiche.Identite.Debut)}, jusqu'à l'échéance des marchés",
        };

    private string Membres =>
        string.Join(
            ", ",
            new[]
            {
                Formats.Compter(Fiche!.Membres, "membre"),
                Fiche.MembresAVenir == 0 ? null : $"{Formats.Nombre(Fiche.MembresAVenir)} à venir",
                Fiche.AnciensMembres == 0 ? null : Formats.Compter(Fiche.AnciensMembres, "ancien", "anciens"),
            }.Where(t => t is not null)
        );

    private Task<bool> OuvrirAsync() =>
        AgirAsync(
            acteur => ouvrir.ExecuterAsync(acteur, Groupement, Fiche!.Version),
            "Le groupement est ouvert : ses procédures peuvent être lancées."
        );

    private async Task CloreAsync()
    {
        if (_dernierJour is not { } jour)
        {
            Retour = Retour.Refus("Indiquez le dernier jour du groupement. Rien n'a été modifié.");
            return;
        }

        await AgirAsync(
            acteur => clore.ExecuterAsync(acteur, Groupement, Fiche!.Version, jour),
            $"Le groupement est clos au {Formats.DateLongue(jour)}."
        );
    }
}
