using CdgMarches.App.Groupements.Constitution;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements;

/// <summary>Une prestation sur la fiche du groupement, et combien de membres l'ont choisie ce jour.</summary>
public sealed record PrestationDeLaFiche(
    PrestationId Id,
    string Code,
    string Libelle,
    NatureDAchat Nature,
    string? Unite,
    int Ordre,
    bool EstRetiree,
    int Membres
);

/// <summary>Un lot sur la fiche du groupement.</summary>
public sealed record LotDeLaFiche(
    int Numero,
    PrestationId Prestation,
    string Intitule,
    string? Cpv,
    NatureDAchat Nature,
    bool EstRetire
);

/// <summary>La fiche d'un groupement, commune à ses onglets ; le jour où sa convention est entrée en vigueur, si elle l'est (RG1.12).</summary>
public sealed record FicheGroupement(
    GroupementId Id,
    int Version,
    ReferenceDeGroupement Reference,
    IdentiteDeGroupement Identite,
    string NomDuCoordonnateur,
    EtatDuGroupement Etat,
    Guid? Responsable,
    string? NomDuResponsable,
    Guid? Suppleant,
    string? NomDuSuppleant,
    IReadOnlyList<PrestationDeLaFiche> Prestations,
    IReadOnlyList<LotDeLaFiche> Lots,
    int Membres,
    int MembresAVenir,
    int AnciensMembres,
    int Procedures,
    Verdict PeutOuvrir,
    Verdict PeutClore,
    bool PeutGerer,
    bool PeutGererLesProcedures,
    ReglesDeConvention Regles,
    DateOnly? ConventionEnVigueurLe
)
{
    public string Nom => Identite.Nom;

    /// <inheritdoc cref="EtatsDuGroupement.ExigeUnDossier"/>
    public bool ExigeUnDossier => Etat.ExigeUnDossier(ConventionEnVigueurLe);

    /// <summary>Vrai si le groupement finit par un dossier de dissolution, et non d'un geste (RG1.33).</summary>
    public bool SeDissout => PeutClore.Obstacles.Any(o => o is ClotureParUneDissolution);

    public IReadOnlyList<PrestationDeLaFiche> PrestationsProposees => [.. Prestations.Where(p => !p.EstRetiree)];
}

/// <summary>Lit la fiche d'un groupement du périmètre.</summary>
public sealed class LireFicheGroupement(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    IEnumerable<IFinsDeMarche> marches
)
{
    /// <returns>La fiche, ou null si le groupement n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<FicheGroupement?> ExecuterAsync(Acteur acteur, GroupementId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var groupement = await contexte
            .Groupements.AsNoTracking()
            .DuPerimetre(acteur)
            .SingleOrDefaultAsync(g => g.Id == id, annulation);
        if (groupement is null)
        {
            return null;
        }

        var jour = horloge.Aujourdhui;
        var choisies = await contexte
            .Adhesions.ChoixEnVigueur(id, jour)
            .GroupBy(c => c.Prestation)
            .Select(g => new { Prestation = g.Key, Membres = g.Count() })
            .ToDictionaryAsync(g => g.Prestation, g => g.Membres, annulation);
        var membres = contexte.Adhesions.Where(a => a.Groupement == id);
        var personnes = await contexte
            .Users.Where(u => u.Id == groupement.Responsable || u.Id == groupement.Suppleant)
            .ToDictionaryAsync(u => u.Id, u => u.Nom, annulation);
        var dernierJour = groupement.JourUtile(jour);
        var coordonnateurMembre = await contexte.EstMembreAsync(id, groupement.Coordonnateur, dernierJour, annulation);
        var convention = await contexte.EntreeEnVigueurAsync(id, annulation);
        return new FicheGroupement(
            id,
            groupement.Version,
            groupement.Reference,
            Identite(groupement),
            await contexte.NomAsync(groupement.Coordonnateur, annulation),
            groupement.Etat,
            groupement.Responsable,
            Nom(groupement.Responsable),
            groupement.Suppleant,
            Nom(groupement.Suppleant),
            [
                .. groupement
                    .Prestations.OrderBy(p => p.Ordre)
                    .Select(p => new PrestationDeLaFiche(
                        p.Id,
                        p.Code,
                        p.Libelle,
                        p.Nature,
                        p.Unite,
                        p.Ordre,
                        p.EstRetiree,
                        choisies.GetValueOrDefault(p.Id)
                    )),
            ],
            [
                .. groupement
                    .Lots.OrderBy(l => l.Numero)
                    .Select(l => new LotDeLaFiche(l.Numero, l.Prestation, l.Intitule, l.Cpv?.Valeur, l.Nature, l.EstRetire)),
            ],
            await membres.EnVigueur(jour).CountAsync(annulation),
            await membres.CountAsync(a => a.Entree > jour, annulation),
            await membres.CountAsync(a => a.Sortie < jour, annulation),
            await contexte.Procedures.CountAsync(p => p.Groupement == id, annulation),
            groupement.PeutOuvrir(coordonnateurMembre, convention),
            groupement.PeutClore(dernierJour, await contexte.FaitsDeClotureAsync(id, dernierJour, jour, marches, annulation)),
            acteur.Peut(Droits.GererGroupements),
            acteur.Peut(Droits.GererProcedures),
            groupement.Regles,
            convention?.Le
        );

        string? Nom(Guid? personne) => personne is { } cle ? personnes.GetValueOrDefault(cle) : null;
    }

    private static IdentiteDeGroupement Identite(Groupement g) =>
        new(g.Nom, g.Objet, g.Coordonnateur, g.Debut, g.Fin, g.EstPermanent, g.Millesime);
}
