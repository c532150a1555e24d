using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Groupements;

/// <summary>La demande qu'une collectivité fait elle-même, de son espace ou par un lien, jugée avant d'ouvrir le dossier.</summary>
/// <param name="Faits">Ce qu'il faut savoir pour ouvrir le dossier.</param>
/// <param name="Fenetre">La fenêtre d'adhésion de ce jour.</param>
/// <param name="Proposees">Les prestations que le groupement propose.</param>
/// <param name="Jour">Le jour de la demande.</param>
public sealed record DemandeDAdhesion(
    FaitsDOuverture Faits,
    FenetreFaits Fenetre,
    IReadOnlyList<PrestationId> Proposees,
    DateOnly Jour
)
{
    /// <summary>Ce qui remet le choix à plus tard ; la demande, elle, se fait hors fenêtre (RG1.21).</summary>
    public Verdict PeutChoisir => Verdict.De(new ChoixDansUneFenetre(Jour, Jour, Fenetre.EstSuivie, Fenetre.Periode));

    /// <summary>Le choix se fait dès la demande.</summary>
    public bool ChoixAFaire => Proposees.Count > 0 && PeutChoisir.EstFavorable;

    /// <summary>Ce qui empêche d'ouvrir le dossier, quoi que la collectivité choisisse.</summary>
    public Verdict PeutOuvrir => DossierDAdhesion.PeutOuvrir(Faits, Jour, attenduLe: null);

    /// <summary>Tout ce qui s'oppose à la demande de ces prestations, à la fois.</summary>
    public Verdict PeutDemander(IEnumerable<PrestationId> choisies) =>
        PeutOuvrir.Et(Verdict.De(new AuMoinsUnChoix(Retenir(choisies).Count, ChoixAFaire)));

    /// <summary>Celles de ces prestations que le groupement propose.</summary>
    public IReadOnlyList<PrestationId> Retenir(IEnumerable<PrestationId> choisies) =>
        [.. choisies.Distinct().Where(Proposees.Contains)];
}
