using CdgMarches.App.Documents.Conventions;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Constitution;

/// <summary>Une partie et ses actes, tels que la fiche de la convention les montre.</summary>
public sealed record PartieDeLaFiche(
    CollectiviteId Collectivite,
    string Nom,
    string? Representant,
    string? Qualite,
    ActeDeliberatif Deliberation,
    DateOnly? SigneeLe
);

/// <summary>La convention d'un groupement.</summary>
/// <param name="Id">Sa clé.</param>
/// <param name="Version">La version de la convention.</param>
/// <param name="VersionDuGroupement">Celle du groupement, qui porte les règles.</param>
/// <param name="Termes">Ses termes.</param>
/// <param name="Parties">Combien de parties elle a.</param>
/// <param name="DerniereSignature">La dernière signature, une fois toutes données.</param>
/// <param name="PeutSigner">Ce qui empêche encore les parties de signer.</param>
/// <param name="Taches">Ses tâches et leur responsable.</param>
/// <param name="Documents">Le corpus opposable.</param>
/// <param name="Corpus">Ce que recevrait qui entrerait aujourd'hui, et ce qui y manque.</param>
/// <param name="Comite">Les membres du comité de suivi.</param>
/// <param name="Noms">Le nom de chaque collectivité que les tâches et le comité citent, et du coordonnateur.</param>
/// <param name="Responsables">À qui confier une tâche, parties et membres entrés depuis, tant qu'ils sont peu ; vide au-delà.</param>
/// <param name="Vigueur">Son entrée en vigueur, ou ce qui manque.</param>
/// <param name="TransmiseLe">Sa transmission.</param>
/// <param name="PublieeLe">Sa publication.</param>
/// <param name="Terme">Son terme, tel qu'on peut l'annoncer.</param>
/// <param name="Marches">Les marchés dont le terme dépend.</param>
public sealed record FicheConvention(
    Guid Id,
    int Version,
    int VersionDuGroupement,
    TermesDeConvention Termes,
    int Parties,
    DateOnly? DerniereSignature,
    Verdict PeutSigner,
    IReadOnlyList<TacheDeConvention> Taches,
    IReadOnlyList<DocumentOpposable> Documents,
    CorpusEnVigueur Corpus,
    IReadOnlyList<DesignationAuComite> Comite,
    IReadOnlyDictionary<CollectiviteId, string> Noms,
    IReadOnlyList<(CollectiviteId Id, string Nom)> Responsables,
    EntreeEnVigueur Vigueur,
    DateOnly? TransmiseLe,
    DateOnly? PublieeLe,
    DateOnly? Terme,
    IReadOnlyList<FinDeMarche> Marches
);

/// <summary>Les marchés d'un groupement, leur fin et celle de leurs reconductions ; la capacité qui les tient en donne une source.</summary>
public interface IFinsDeMarche
{
    Task<IReadOnlyList<FinDeMarche>> LireAsync(MarchesDbContext contexte, GroupementId groupement, CancellationToken annulation);
}

internal static class FinsDesMarchesDuGroupement
{
    /// <summary>Les marchés du groupement, de toutes les capacités qui en tiennent.</summary>
    public static async Task<IReadOnlyList<FinDeMarche>> LireToutesAsync(
        this IEnumerable<IFinsDeMarche> sources,
        MarchesDbContext contexte,
        GroupementId groupement,
        CancellationToken annulation
    )
    {
        List<FinDeMarche> fins = [];
        foreach (var source in sources)
        {
            fins.AddRange(await source.LireAsync(contexte, groupement, annulation));
        }

        return fins;
    }
}

/// <summary>Lit la convention d'un groupement du périmètre, et ses parties page par page.</summary>
public sealed class LireConvention(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    LireAnnexesManquantes lireAnnexes,
    IEnumerable<IFinsDeMarche> marches
)
{
    /// <summary>Au-delà, le responsable d'une tâche se cherche au lieu de se choisir dans une liste.</summary>
    public const int ResponsablesAuPlus = 30;

    /// <returns>La convention, ou null si elle n'est pas ouverte ou si le groupement n'est pas du périmètre.</returns>
    public async Task<FicheConvention?> ExecuterAsync(Acteur acteur, GroupementId id, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lue = await (
            from g in contexte.Groupements.AsNoTracking().DuPerimetre(acteur)
            join c in contexte.ConventionsConstitutives on g.Id equals c.Groupement
            where g.Id == id
            select new
            {
                c.Id,
                c.Version,
                VersionDuGroupement = g.Version,
                g.Coordonnateur,
                c.ObjetDesMarches,
                c.Duree,
                c.DernierJourFixe,
                c.Integration,
                c.DispositionsFinancieres,
                c.Tribunal,
                c.TransmiseLe,
                c.PublieeLe,
                Parties = c.Parties.Count,
                DerniereSignature = c.Parties.Any(p => p.SigneeLe == null) ? null : c.Parties.Max(p => p.SigneeLe),
                Taches = c.Taches.OrderBy(t => t.Numero).ToList(),
                Documents = c.Documents.OrderBy(d => d.Du).ToList(),
                Comite = c.Comite.OrderBy(d => d.Du).ToList(),
            }
        ).SingleOrDefaultAsync(annulation);
        if (lue is null)
        {
            return null;
        }

        var fins = await marches.LireToutesAsync(contexte, id, annulation);
        var termes = new TermesDeConvention(
            lue.ObjetDesMarches,
            lue.Duree,
            lue.DernierJourFixe,
            lue.Integration,
            lue.DispositionsFinancieres,
            lue.Tribunal
        );
        return new FicheConvention(
            lue.Id.Valeur,
            lue.Version,
            lue.VersionDuGroupement,
            termes,
            lue.Parties,
            lue.DerniereSignature,
            ConventionConstitutive.PeutSigner(
                lue.DerniereSignature is null
                    ? await lireAnnexes.ExecuterAsync(acteur, nameof(ConventionConstitutive), lue.Id.Valeur, annulation)
                    : []
            ),
            lue.Taches,
            lue.Documents,
            await contexte.CorpusAsync(id, horloge.Aujourdhui, annulation),
            lue.Comite,
            await contexte.NomsAsync(
                [
                    .. lue
                        .Taches.Select(t => t.Responsable)
                        .Concat(lue.Comite.Select(c => c.Collectivite))
                        .Append(lue.Coordonnateur)
                        .Distinct(),
                ],
                annulation
            ),
            await ResponsablesAsync(contexte, id, lue.Coordonnateur, annulation),
            (await contexte.EntreeEnVigueurAsync(id, annulation))!,
            lue.TransmiseLe,
            lue.PublieeLe,
            termes.Terme(fins),
            fins
        );
    }

    /// <summary>Les parties, le coordonnateur d'abord, puis par nom.</summary>
    public async Task<PageDe<PartieDeLaFiche>> PartiesAsync(
        Acteur acteur,
        GroupementId id,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lues =
            from g in contexte.Groupements.AsNoTracking().DuPerimetre(acteur)
            join c in contexte.ConventionsConstitutives on g.Id equals c.Groupement
            from p in c.Parties
            join m in contexte.Collectivites on p.Collectivite equals m.Id
            where g.Id == id
            select new
            {
                Partie = p,
                m.Nom,
                m.CleDeTri,
                m.CleDeRecherche,
                Rang = p.Collectivite == g.Coordonnateur ? 0 : 1,
            };
        if (demande.Filtre("signature") is { } signature)
        {
            lues =
                signature == NonSignees ? lues.Where(l => l.Partie.SigneeLe == null) : lues.Where(l => l.Partie.SigneeLe != null);
        }

        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            lues = lues.Where(l => l.CleDeRecherche.Contains(mot));
        }

        var total = await lues.CountAsync(annulation);
        var page = await lues.OrderBy(l => l.Rang)
            .ThenBy(l => l.CleDeTri)
            .ThenBy(l => l.Partie.Id)
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .Select(l => new PartieDeLaFiche(
                l.Partie.Collectivite,
                l.Nom,
                l.Partie.Representant,
                l.Partie.Qualite,
                l.Partie.Deliberation,
                l.Partie.SigneeLe
            ))
            .ToListAsync(annulation);
        return new PageDe<PartieDeLaFiche>(page, total);
    }

    /// <summary>Les valeurs du filtre « signature ».</summary>
    public const string NonSignees = "attendues";

    /// <inheritdoc cref="NonSignees"/>
    public const string Signees = "signees";

    private async Task<IReadOnlyList<(CollectiviteId Id, string Nom)>> ResponsablesAsync(
        MarchesDbContext contexte,
        GroupementId id,
        CollectiviteId coordonnateur,
        CancellationToken annulation
    )
    {
        var parties = contexte
            .ConventionsConstitutives.Where(c => c.Groupement == id)
            .SelectMany(c => c.Parties)
            .Select(p => p.Collectivite);
        var jour = horloge.Aujourdhui;
        var anciens = contexte
            .Adhesions.Where(a => a.Groupement == id)
            .GroupBy(a => a.Collectivite)
            .Where(g => g.All(a => a.Sortie != null && a.Sortie < jour))
            .Select(g => g.Key);
        var membres = contexte.Adhesions.EnVigueur(jour).Where(a => a.Groupement == id).Select(a => a.Collectivite);
        var lues = await contexte
            .Collectivites.Where(c =>
                c.Id == coordonnateur || membres.Contains(c.Id) || (parties.Contains(c.Id) && !anciens.Contains(c.Id))
            )
            .OrderBy(c => c.CleDeTri)
            .Select(c => new { c.Id, c.Nom })
            .Take(ResponsablesAuPlus + 1)
            .ToListAsync(annulation);
        return lues.Count > ResponsablesAuPlus ? [] : [.. lues.Select(c => (c.Id, c.Nom))];
    }
}
