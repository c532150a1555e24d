using CdgMarches.App.Socle;
using CdgMarches.Database;
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

    /// <summary>Soumet l'avenant aux membres, ceux qui entreront à un jour déjà fixé compris : chacun a une approbation attendue, et le texte par courriel.</summary>
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
                // Who enters on a day already fixed is consulted now: once a member, the unanimity counts it.
                var parties = await contexte.Parties(avenant.Groupement, horloge.Aujourdhui).Distinct().ToListAsync(jeton);
                contexte.AddRange(parties.Select(m => ApprobationDAvenant.Attendre(avenant.Id, m)));
                await DireLeTexteAsync(contexte, avenant, parties, informer, jeton);
            },
            annulation
        );

    /// <summary>
    /// Consulte de nouveaux membres sur les avenants déjà soumis : ils sont désormais des parties qui approuvent (RG1.34).
    /// L'appelant enregistre.
    /// </summary>
    internal static async Task ConsulterLesNouveauxAsync(
        MarchesDbContext contexte,
        GroupementId groupement,
        IReadOnlyCollection<CollectiviteId> nouveaux,
        InformerLesMembres informer,
        CancellationToken annulation
    )
    {
        var soumis = await contexte
            .AvenantsDeConvention.AsNoTracking()
            .Where(a => a.Groupement == groupement && a.Etat == EtatDAvenant.Soumis)
            .ToListAsync(annulation);
        foreach (var avenant in soumis)
        {
            var consultes = await ConsultesAsync(contexte, avenant, annulation);
            List<CollectiviteId> attendus = [.. nouveaux.Except(consultes)];
            if (attendus.Count > 0)
            {
                contexte.AddRange(attendus.Select(n => ApprobationDAvenant.Attendre(avenant.Id, n)));
                await DireLeTexteAsync(contexte, avenant, attendus, informer, annulation);
            }
        }
    }

    /// <summary>Ceux qui ont une approbation attendue ou donnée.</summary>
    internal static Task<List<CollectiviteId>> ConsultesAsync(
        MarchesDbContext contexte,
        AvenantDeConvention avenant,
        CancellationToken annulation
    ) => contexte.ApprobationsDAvenant.Where(a => a.Avenant == avenant.Id).Select(a => a.Collectivite).ToListAsync(annulation);

    private static async Task<int> DireLeTexteAsync(
        MarchesDbContext contexte,
        AvenantDeConvention avenant,
        IReadOnlyCollection<CollectiviteId> membres,
        InformerLesMembres informer,
        CancellationToken annulation
    ) =>
        await informer.DeposerAsync(
            contexte,
            membres,
            new Information(
                avenant.Groupement,
                nameof(AvenantDeConvention),
                avenant.Id.Valeur,
                CourrielsDeGroupement.Avenant,
                new Dictionary<string, string>
                {
                    ["groupement"] = await contexte.AppellationAsync(avenant.Groupement, annulation),
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
                    horloge.Aujourdhui,
                    await contexte.EntreeEnVigueurAsync(avenant.Groupement, jeton)
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
