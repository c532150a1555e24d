using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Commissions;

namespace CdgMarches.App.Commissions;

/// <summary>La synthèse d'une séance : ses délais, ce qui manque, ce qu'il y a à faire ensuite.</summary>
public sealed partial class PageSeance(SuivreConvocations suivre)
{
    private Confirmation? _annulation;
    private string? _motif;

    private bool Modifiable => Fiche is { PeutGerer: true, Seance.Etat: EtatDeSeance.Programmee or EtatDeSeance.Convoquee };

    private Quorum QuorumDeLaSeance => Fiche!.Seance.QuorumDe(Fiche.Sieges);

    private Lien? ActionSuivante =>
        Fiche!.Seance switch
        {
            { Etat: EtatDeSeance.Programmee, Points.Count: 0 } => new("Préparer l'ordre du jour", Vers("ordre-du-jour")),
            { Etat: EtatDeSeance.Programmee } => new("Envoyer les convocations", Vers("convocations")),
            { Etat: EtatDeSeance.Convoquee, RectificativeDue: true } => new("Envoyer la rectificative", Vers("convocations")),
            { Etat: EtatDeSeance.Convoquee or EtatDeSeance.Appel or EtatDeSeance.Ouverte } => new(
                "Tenir la séance",
                Vers("direct")
            ),
            { Etat: EtatDeSeance.SansQuorum } when Fiche.Seconde is null => new("Préparer la seconde réunion", Vers("seconde")),
            { Etat: EtatDeSeance.Levee or EtatDeSeance.SansQuorum } => new("Voir les pièces", Vers("pieces")),
            _ => null,
        };

    private string Vers(string rubrique) => AdressesDesCommissions.Rubrique(Seance, rubrique);

    private async Task AnnulerAsync() => await AgirAsync(acteur => suivre.AnnulerAsync(acteur, Seance, Fiche!.Version, _motif));
}
