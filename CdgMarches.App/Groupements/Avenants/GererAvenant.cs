using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Database.Groupements;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Groupements.Avenants;

/// <summary>Ce que l'on saisit d'un avenant.</summary>
public sealed record NouvelAvenant(
    GenreDAvenant Genre,
    string Objet,
    string TexteEnVigueur,
    string TexteNouveau,
    CollectiviteId? Collectivite,
    DossierDAdhesionId? Dossier
);

/// <summary>Prépare un avenant à la convention d'un groupement, numéroté à la suite.</summary>
public sealed class PreparerAvenant(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task<AvenantDeConventionId> ExecuterAsync(
        Acteur acteur,
        GroupementId id,
        NouvelAvenant nouveau,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                await contexte.VerrouillerAsync(id, jeton);
                var groupement = await contexte.GroupementAsync(acteur, id, jeton);
                Verdict
                    .De(new GroupementNonClos(groupement.Etat))
                    .Et(await contexte.PeutNommerAsync(id, nouveau.Genre, nouveau.Collectivite, horloge.Aujourdhui, jeton))
                    .Exiger();
                var dernier = await contexte
                    .AvenantsDeConvention.Where(a => a.Groupement == id)
                    .Select(a => (int?)a.Numero)
                    .MaxAsync(jeton);
                var avenant = AvenantDeConvention.Preparer(
                    id,
                    (dernier ?? 0) + 1,
                    nouveau.Genre,
                    nouveau.Objet,
                    nouveau.TexteEnVigueur,
                    nouveau.TexteNouveau,
                    nouveau.Collectivite
                );
                contexte.Add(avenant);
                if (nouveau.Dossier is { } cle)
                {
                    var dossier =
                        await contexte.DossiersDAdhesion.SingleOrDefaultAsync(
                            d => d.Id == cle && d.Groupement == id && d.Collectivite == nouveau.Collectivite,
                            jeton
                        ) ?? throw new DroitManquantException(Droits.GererGroupements);
                    dossier.Rattacher(avenant.Id);
                }

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return avenant.Id;
            },
            annulation
        );
    }
}

/// <summary>Révise, soumet et fait prendre effet un avenant.</summary>
public sealed class ConduireAvenant(
    IDbContextFactory<MarchesDbContext> donnees,
    InformerLesMembres informer,
    HorlogeLegale horloge
)
{
    private const string AdresseDuMembre = "/espace/avenants";

    /// <summary>Change le texte proposé ; les membres consultés sont prévenus, leurs approbations de l'ancien ne comptent plus.</summary>
    public Task ReviserAsync(
        Acteur acteur,
        AvenantDeConventionId id,
        int versionLue,
        string texte,
        CancellationToken annulation = default
    ) =>
        ExecuterAsync(
            acteur,
            id,
            versionLue,
            async (contexte, avenant, jeton) =>
            {
                var avant = avenant.Empreinte;
                avenant.Reviser(texte, horloge.Aujourdhui);
                if (avenant.Etat is EtatDAvenant.Soumis && avenant.Empreinte != avant)
                {
                    await DireLeTexteAsync(contexte, avenant, await ConsultesAsync(contexte, avenant, jeton), informer, jeton);
                }
            },
            annulation
        );

    /// <summary>Soumet l'avenant aux membres en vigueur : chacun a une approbation attendue, et le texte par courriel.</summary>
    public Task SoumettreAsync(Acteur acteur, AvenantDeConventionId id, int versionLue, CancellationToken annulation = default) =>
        ExecuterAsync(
            acteur,
            id,
            versionLue,
            async (contexte, avenant, jeton) =>
            {
                var membres = await InformerLesMembres.MembresAsync(
                    contexte,
                    avenant.Groupement,
                    horloge.Aujourdhui,
                    sauf: null,
                    jeton
                );
                (
                    await contexte.PeutNommerAsync(
                        avenant.Groupement,
                        avenant.Genre,
                        avenant.Collectivite,
                        horloge.Aujourdhui,
                        jeton
                    )
                ).Exiger();
                avenant.Soumettre(membres.Count, horloge.Aujourdhui);
                contexte.AddRange(membres.Select(m => ApprobationDAvenant.Attendre(avenant.Id, m)));
                await DireLeTexteAsync(contexte, avenant, membres, informer, jeton);
            },
            annulation
        );

    /// <summary>
    /// Consulte un nouveau membre sur les avenants déjà soumis : il est désormais une des parties qui approuvent (RG1.34).
    /// L'appelant enregistre.
    /// </summary>
    internal static async Task ConsulterLeNouveauAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        CollectiviteId nouveau,
        InformerLesMembres informer,
        CancellationToken annulation
    )
    {
        var soumis = await contexte
            .AvenantsDeConvention.AsNoTracking()
            .Where(a => a.Groupement == groupement && a.Etat == EtatDAvenant.Soumis)
            .Where(a => !contexte.ApprobationsDAvenant.Any(r => r.Avenant == a.Id && r.Collectivite == nouveau))
            .ToListAsync(annulation);
        foreach (var avenant in soumis)
        {
            contexte.Add(ApprobationDAvenant.Attendre(avenant.Id, nouveau));
            await DireLeTexteAsync(contexte, avenant, [nouveau], informer, annulation);
        }
    }

    /// <summary>Ceux qui ont une approbation attendue ou donnée.</summary>
    internal static Task<List<CollectiviteId>> ConsultesAsync(
        MarchesDbContext contexte,
        AvenantDeConvention avenant,
        CancellationToken annulation
    ) => contexte.ApprobationsDAvenant.Where(a => a.Avenant == avenant.Id).Select(a => a.Collectivite).ToListAsync(annulation);

    private static Task<int> DireLeTexteAsync(
        MarchesDbContext contexte,
        AvenantDeConvention avenant,
        IReadOnlyCollection<CollectiviteId> membres,
        InformerLesMembres informer,
        CancellationToken annulation
    ) =>
        informer.DeposerAsync(
            contexte,
            membres,
            new Information(
                avenant.Groupement,
                nameof(AvenantDeConvention),
                avenant.Id.Valeur,
                CourrielsDeGroupement.Avenant,
                new Dictionary<string, string>
                {
                    ["numero"] = Formats.Nombre((long)avenant.Numero),
                    ["version"] =
                        avenant.VersionDuTexte > 1 ? $", version {Formats.Nombre((long)avenant.VersionDuTexte)} du texte" : "",
                    ["objet"] = avenant.Objet,
                    ["demande"] =
                        avenant.VersionDuTexte > 1
                            ? $"Le texte de l'avenant {avenant.Numero} a changé (version {avenant.VersionDuTexte}) : une approbation de l'ancien ne compte plus."
                            : $"L'avenant {avenant.Numero} est soumis à votre assemblée, qui l'approuve dans les mêmes termes ou le refuse.",
                    ["texte"] = avenant.TexteNouveau,
                    ["empreinte"] = avenant.Empreinte,
                }
            )
            {
                Chemin = _ => AdresseDuMembre,
            },
            annulation
        );

    /// <summary>Constate l'effet ; un avenant de coordonnateur le nomme aussitôt.</summary>
    public Task PrendreEffetAsync(
        Acteur acteur,
        AvenantDeConventionId id,
        int versionLue,
        DateOnly? signeLe,
        CancellationToken annulation = default
    ) =>
        ExecuterAsync(
            acteur,
            id,
            versionLue,
            async (contexte, avenant, jeton) =>
            {
                await contexte.VerrouillerAsync(avenant.Groupement, jeton);
                var groupement = await contexte.GroupementAsync(acteur, avenant.Groupement, jeton);
                avenant.PrendreEffet(
                    await contexte.DecompteAsync(avenant, groupement.Regles, horloge.Aujourdhui, jeton),
                    signeLe,
                    await contexte.VerrouDAdhesionAsync(avenant.Groupement, groupement.Regles, jeton),
                    horloge.Aujourdhui
                );
                if (avenant is { Genre: GenreDAvenant.Coordonnateur, Collectivite: { } nouveau })
                {
                    Verdict
                        .De(
                            new CoordonnateurQuiDemeure(
                                await contexte.SortieFixeeAsync(groupement.Id, nouveau, avenant.EffetLe!.Value, jeton)
                            )
                        )
                        .Exiger();
                    groupement.NommerCoordonnateur(
                        nouveau,
                        await contexte.EstMembreAsync(groupement.Id, nouveau, avenant.EffetLe!.Value, jeton)
                    );
                }
            },
            annulation
        );

    private async Task ExecuterAsync(
        Acteur acteur,
        AvenantDeConventionId id,
        int versionLue,
        Func<MarchesDbContext, AvenantDeConvention, CancellationToken, Task> intention,
        CancellationToken annulation
    )
    {
        acteur.Exiger(Droits.GererGroupements);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var avenant = await contexte.AvenantAsync(acteur, id, jeton);
                contexte.ExigerVersion(avenant, versionLue);
                await intention(contexte, avenant, jeton);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
            },
            annulation
        );
    }
}

internal static class AccesAuxAvenants
{
    /// <inheritdoc cref="AccesAuxGroupements.AGererAsync{T}"/>
    public static Task<AvenantDeConvention> AvenantAsync(
        this MarchesDbContext contexte,
        Acteur acteur,
        AvenantDeConventionId id,
        CancellationToken annulation
    ) => contexte.AvenantsDeConvention.AGererAsync(acteur, a => a.Groupement, a => a.Id == id, annulation);

    /// <summary>Ce qui empêche de nommer coordonnateur celui qu'un avenant désigne ; rien pour un avenant d'un autre genre.</summary>
    public static async Task<Verdict> PeutNommerAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        GenreDAvenant genre,
        CollectiviteId? collectivite,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        genre is GenreDAvenant.Coordonnateur && collectivite is { } nomme
            ? Verdict.De(
                new CoordonnateurMembre(await contexte.EstMembreAsync(groupement, nomme, jour, annulation)),
                new CoordonnateurQuiDemeure(await contexte.SortieFixeeAsync(groupement, nomme, jour, annulation))
            )
            : Verdict.Favorable;

    /// <summary>Le dernier jour d'un membre dans le groupement, s'il est fixé ; nul s'il reste, ou n'est pas membre ce jour-là.</summary>
    public static Task<DateOnly?> SortieFixeeAsync(
        this MarchesDbContext contexte,
        GroupementId groupement,
        CollectiviteId membre,
        DateOnly jour,
        CancellationToken annulation
    ) =>
        contexte
            .Adhesions.EnVigueur(jour)
            .Where(a => a.Groupement == groupement && a.Collectivite == membre)
            .Select(a => a.Sortie)
            .FirstOrDefaultAsync(annulation);

    /// <summary>Note à l'histoire de l'avenant ce qu'un membre vient de répondre ; l'appelant enregistre.</summary>
    public static async Task NoterLaReponseAsync(
        this MarchesDbContext contexte,
        ApprobationDAvenant reponse,
        Acteur acteur,
        DateTimeOffset instant,
        CancellationToken annulation
    ) =>
        contexte.Journaliser(
            LigneDeJournal.De(
                nameof(AvenantDeConvention),
                reponse.Avenant.Valeur,
                new ReponseALAvenant(
                    reponse.Collectivite,
                    await contexte.NomAsync(reponse.Collectivite, annulation),
                    reponse.Sens,
                    reponse.Deliberation.Numero,
                    reponse.Deliberation.EnClairDates
                ),
                acteur,
                instant
            )
        );

    /// <summary>Ce que les membres ont répondu, compté sur le texte proposé.</summary>
    /// <remarks>
    /// RG1.34. Tant que l'avenant est soumis, seuls comptent ceux qui sont membres ce jour : qui est sorti n'a plus à approuver.
    /// L'entrée d'une collectivité demande l'accord de chaque membre, quelle que soit la règle des modifications (RG1.20).
    /// </remarks>
    public static async Task<DecompteDAvenant> DecompteAsync(
        this MarchesDbContext contexte,
        AvenantDeConvention avenant,
        ReglesDeConvention regles,
        DateOnly jour,
        CancellationToken annulation
    )
    {
        var consultes = contexte.ApprobationsDAvenant.AsNoTracking().Where(a => a.Avenant == avenant.Id);
        if (avenant.Etat is EtatDAvenant.Soumis)
        {
            var membres = contexte
                .Adhesions.EnVigueur(jour)
                .Where(a => a.Groupement == avenant.Groupement)
                .Select(a => a.Collectivite);
            consultes = consultes.Where(a => membres.Contains(a.Collectivite));
        }

        var reponses = await consultes
            .Select(a => new
            {
                a.Sens,
                a.Empreinte,
                EstConstatee = a.Constat != null,
                a.Deliberation.AdopteeLe,
                a.Deliberation.PublieeLe,
                a.Deliberation.TransmiseLe,
            })
            .ToListAsync(annulation);
        var approuvees = reponses.Where(r => r.Sens is SensDApprobation.Approuve).ToList();
        var deCeTexte = approuvees.Where(r => r.Empreinte == avenant.Empreinte).ToList();
        var deliberations = deCeTexte
            .Select(r => new ActeDeliberatif
            {
                AdopteeLe = r.EstConstatee ? null : r.AdopteeLe,
                PublieeLe = r.PublieeLe,
                TransmiseLe = r.TransmiseLe,
            })
            .ToLookup(d => ApprobationDAvenant.PeutCompter(avenant.Texte, avenant.Empreinte, d).Avertissements.Count == 0);
        return DecompteDAvenant.De(
            reponses.Count,
            [.. deliberations[true].Select(d => d.ExecutoireLe)],
            approuvees.Count - deCeTexte.Count,
            regles.ModificationUnanime || avenant.Genre is GenreDAvenant.Adhesion
        ) with
        {
            AConstater = deliberations[false].Count(),
        };
    }
}
