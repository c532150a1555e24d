using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Recensements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Recensements;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Recensements.Excel;

/// <summary>Un import, tel que sa page le montre.</summary>
public sealed record ImportLu(
    Guid Id,
    NatureDImport Nature,
    CampagneId Campagne,
    CollectiviteId? Collectivite,
    string NomDuFichier,
    EtapeDImport Etat,
    string? Refus,
    int Nouvelles,
    int Modifiees,
    int Inchangees,
    int Avertissements,
    int Erreurs,
    int Neants,
    int Ecrites,
    int Ecartees,
    string ActeurNom,
    DateTimeOffset CreeLe,
    DateTimeOffset? AppliqueLe,
    string? AppliquePar,
    DateTimeOffset? AnnuleLe,
    int VersionLue,
    string? Contenu
)
{
    public ApercuDeBesoins Besoins => ApercuDeBesoins.DeJson(Contenu);

    /// <summary><c>✓ 41 nouvelles · ↻ 12 modifiées · = 88 inchangées · ⚠ 3 avertissements · ✗ 2 erreurs</c></summary>
    public string Phrase => Compteurs.Phrase(Nouvelles, Modifiees, Inchangees, Avertissements, Erreurs);

    public bool SAnnule(DateTimeOffset maintenant) =>
        Etat is EtapeDImport.Applique && Nature is NatureDImport.Besoins && maintenant - AppliqueLe <= AnnulerImport.Delai;
}

/// <summary>Les comptes d'un aperçu, en une ligne.</summary>
internal static class Compteurs
{
    public static string Phrase(int nouvelles, int modifiees, int inchangees, int avertissements, int erreurs) =>
        string.Join(
            " · ",
            "✓ " + Formats.Compter(nouvelles, "nouvelle"),
            "↻ " + Formats.Compter(modifiees, "modifiée"),
            "= " + Formats.Compter(inchangees, "inchangée"),
            "⚠ " + Formats.Compter(avertissements, "avertissement"),
            "✗ " + Formats.Compter(erreurs, "erreur")
        );
}

/// <summary>La réponse d'où part un import.</summary>
/// <param name="Id">La réponse.</param>
/// <param name="Campagne">Sa campagne.</param>
/// <param name="Collectivite">Son membre.</param>
/// <param name="Membre">Le nom du membre.</param>
/// <param name="Intitule">L'intitulé de la campagne.</param>
/// <param name="Prestation">Le nom de la prestation.</param>
/// <param name="Reponses">Le nombre de réponses du membre dans la campagne.</param>
/// <param name="PeutSaisir">Si la réponse accepte encore des valeurs, et sinon pourquoi.</param>
public sealed record CibleDImport(
    ReponseId Id,
    CampagneId Campagne,
    CollectiviteId Collectivite,
    string Membre,
    string Intitule,
    string Prestation,
    int Reponses,
    Verdict PeutSaisir
);

/// <summary>Lit les imports et ce qu'il faut pour en faire un.</summary>
public sealed class LireImports(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <returns>Null si l'import n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<ImportLu?> UnAsync(Acteur acteur, Guid id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await EnLus(contexte.ImportsVisibles(acteur).Where(i => i.Id == id), avecContenu: true)
            .SingleOrDefaultAsync(annulation);
    }

    /// <summary>Les derniers imports faits pour un membre dans une campagne, sans leur détail.</summary>
    public async Task<IReadOnlyList<ImportLu>> DuMembreAsync(
        Acteur acteur,
        CampagneId campagne,
        CollectiviteId membre,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Consulter);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await EnLus(
                contexte
                    .ImportsVisibles(acteur)
                    .Where(i => i.Campagne == campagne && i.Collectivite == membre && i.AppliqueLe != null)
                    .OrderByDescending(i => i.AppliqueLe)
                    .Take(10),
                avecContenu: false
            )
            .ToListAsync(annulation);
    }

    /// <returns>Null si la réponse n'existe pas ou n'est pas du périmètre.</returns>
    public async Task<CibleDImport?> CibleAsync(Acteur acteur, ReponseId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.SaisirRecensement);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var trouvee = await (
            from reponse in contexte.ReponsesVisibles(acteur)
            join campagne in contexte.Campagnes on reponse.Campagne equals campagne.Id
            join membre in contexte.Collectivites on reponse.Collectivite equals membre.Id
            where reponse.Id == id
            select new
            {
                Reponse = reponse,
                membre.Nom,
                campagne.Intitule,
                Reponses = contexte.Reponses.Count(r => r.Campagne == reponse.Campagne && r.Collectivite == reponse.Collectivite),
                Prestation = campagne
                    .Prestations.Where(p => p.Prestation == reponse.Prestation)
                    .Select(p => p.Libelle)
                    .FirstOrDefault(),
            }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(annulation);
        return trouvee is null
            ? null
            : new CibleDImport(
                id,
                trouvee.Reponse.Campagne,
                trouvee.Reponse.Collectivite,
                trouvee.Nom,
                trouvee.Intitule,
                trouvee.Prestation ?? "",
                trouvee.Reponses,
                trouvee.Reponse.PeutSaisir(horloge.Maintenant)
            );
    }

    /// <param name="imports">Les imports, déjà filtrés par le périmètre.</param>
    /// <param name="avecContenu">Faux pour une liste : le détail de trois cents classeurs pèserait des dizaines de mégaoctets.</param>
    internal static IQueryable<ImportLu> EnLus(IQueryable<ImportDeRecensement> imports, bool avecContenu) =>
        imports
            .AsNoTracking()
            .Select(i => new ImportLu(
                i.Id,
                i.Nature,
                i.Campagne,
                i.Collectivite,
                i.NomDuFichier,
                i.Etat,
                i.Refus,
                i.Nouvelles,
                i.Modifiees,
                i.Inchangees,
                i.Avertissements,
                i.Erreurs,
                i.Neants,
                i.Ecrites,
                i.Ecartees,
                i.ActeurNom,
                i.CreeLe,
                i.AppliqueLe,
                i.AppliquePar,
                i.AnnuleLe,
                i.VersionLue,
                avecContenu ? i.Contenu : null
            ));
}
