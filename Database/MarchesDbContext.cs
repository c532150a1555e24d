using System.Data.Common;
using CdgMarches.Database.Comptes;
using CdgMarches.Database.Parametres;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CdgMarches.Database;

/// <summary>Le modèle, commun aux deux fournisseurs. On l'obtient d'une fabrique, pour une seule unité de travail.</summary>
/// <remarks>
/// Chaque capacité déclare ses tables dans une <c>IEntityTypeConfiguration</c> de son dossier et se lit par
/// <c>Set&lt;T&gt;()</c> ou par une propriété de la partie de cette classe qu'elle apporte.
/// </remarks>
public abstract partial class MarchesDbContext(DbContextOptions options)
    : IdentityDbContext<Utilisateur, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<LigneDeJournal> Journal => Set<LigneDeJournal>();

    public DbSet<Compteur> Compteurs => Set<Compteur>();

    /// <summary>Fixe la version que l'agent avait sous les yeux ; l'enregistrement échoue si la base en a une autre.</summary>
    public void ExigerVersion(Agregat racine, int versionLue) =>
        Entry(racine).Property(a => a.Version).OriginalValue = versionLue;

    /// <summary>Enregistre l'unité de travail : versions, échéances et lignes de journal des racines touchées, dans la même transaction.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Un autre a enregistré entre-temps : rien n'est écrit.</exception>
    public async Task EnregistrerAsync(Acteur acteur, DateTimeOffset instant, CancellationToken annulation = default)
    {
        ChangeTracker.DetectChanges();
        var touchees = RacinesTouchees();
        foreach (var racine in touchees)
        {
            var suivi = Entry(racine);
            if (suivi.State is EntityState.Unchanged)
            {
                suivi.State = EntityState.Modified;
            }

            if (suivi.State is not EntityState.Deleted)
            {
                suivi.Property(a => a.Version).CurrentValue++;
            }

            foreach (var evenement in racine.ViderEvenements())
            {
                Journal.Add(LigneDeJournal.De(racine, evenement, acteur, instant));
            }
        }

        await AccorderEcheancesAsync(touchees, JourPartout(instant), estDuCdg: false, annulation);
        await DonnerLAdresseDeReponseAsync(acteur, annulation);
        await SaveChangesAsync(annulation);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        EssaiABlanc.AvantDEnregistrer(this);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>On répond à celui qui peut répondre, pas à la boîte qui expédie.</summary>
    /// <remarks>
    /// L'agent dont l'action a causé le courriel ; quand aucun agent ne l'a causé, celui qui a la charge du groupement, sinon son
    /// suppléant, sinon le courriel de contact du CDG.
    /// </remarks>
    private async Task DonnerLAdresseDeReponseAsync(Acteur acteur, CancellationToken annulation)
    {
        var sansReponse = ChangeTracker
            .Entries<EnvoiDeCourriel>()
            .Where(e => e.State is EntityState.Added && e.Entity.RepondreA is null)
            .Select(e => e.Entity)
            .ToList();
        if (sansReponse.Count == 0)
        {
            return;
        }

        foreach (var envois in sansReponse.GroupBy(e => e.Groupement))
        {
            var adresse = await AdresseDeReponseAsync(acteur, envois.Key, annulation);
            foreach (var envoi in envois)
            {
                envoi.RepondreA = adresse;
            }
        }
    }

    /// <summary>L'adresse à qui l'on répond, et qui organise les réunions que l'on annonce ; nulle si rien n'en donne une.</summary>
    /// <param name="acteur">Celui dont l'action cause le courriel.</param>
    /// <param name="groupement">Le groupement pour lequel l'application écrit d'elle-même.</param>
    /// <param name="annulation">Abandonne.</param>
    public async Task<string?> AdresseDeReponseAsync(
        Acteur acteur,
        GroupementId? groupement,
        CancellationToken annulation = default
    )
    {
        var agent =
            acteur.Perimetre.EstCdg && acteur.Id != Guid.Empty
                ? await Users.Where(u => u.Id == acteur.Id && u.EstActif).Select(u => u.Email).SingleOrDefaultAsync(annulation)
                : null;
        return Adresse(agent)
            ?? (groupement is { } charge ? Adresse(await AdresseDeLaChargeAsync(charge, annulation)) : null)
            ?? Adresse(
                await ReglagesGeneraux
                    .Where(r => r.Cle == ReglageGeneral.CourrielDeContact)
                    .Select(r => r.Valeur)
                    .SingleOrDefaultAsync(annulation)
            );

        static string? Adresse(string? lue) => string.IsNullOrWhiteSpace(lue) ? null : lue;
    }

    private async Task<string?> AdresseDeLaChargeAsync(GroupementId groupement, CancellationToken annulation)
    {
        var charge = await Groupements
            .Where(g => g.Id == groupement)
            .Select(g => new
            {
                Responsable = Users.Where(u => u.Id == g.Responsable && u.EstActif).Select(u => u.Email).FirstOrDefault(),
                Suppleant = Users.Where(u => u.Id == g.Suppleant && u.EstActif).Select(u => u.Email).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(annulation);
        return charge?.Responsable ?? charge?.Suppleant;
    }

    /// <summary>
    /// Exécute une unité de travail dans une transaction, sous la stratégie de reprise du fournisseur : le seul chemin permis
    /// pour une transaction explicite, parce que SQL Server refuse celles qu'il ne peut pas rejouer.
    /// </summary>
    /// <param name="travail">Rejoué en entier après une panne passagère : il relit tout ce qu'il modifie.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    public async Task<T> EnTransactionAsync<T>(
        Func<CancellationToken, Task<T>> travail,
        CancellationToken annulation = default
    ) =>
        await Database
            .CreateExecutionStrategy()
            .ExecuteAsync(
                travail,
                async (_, fait, jeton) =>
                {
                    ChangeTracker.Clear();
                    EssaiABlanc.Recommencer();
                    await using var transaction = await Database.BeginTransactionAsync(jeton);
                    var resultat = await fait(jeton);
                    EssaiABlanc.AvantDeValider();
                    await transaction.CommitAsync(jeton);
                    return resultat;
                },
                verifySucceeded: null,
                annulation
            );

    /// <inheritdoc cref="EnTransactionAsync{T}"/>
    public async Task EnTransactionAsync(Func<CancellationToken, Task> travail, CancellationToken annulation = default) =>
        await EnTransactionAsync(
            async jeton =>
            {
                await travail(jeton);
                return true;
            },
            annulation
        );

    /// <summary>Donne le numéro suivant d'une série sans trou. À appeler dans <see cref="EnTransactionAsync{T}"/>.</summary>
    /// <param name="serie">Le nom de la série, année comprise quand elle recommence chaque année (« CAMPAGNE-2027 »).</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <exception cref="InvalidOperationException">Aucune transaction n'est ouverte : un numéro pourrait se perdre.</exception>
    public async Task<int> NumeroterAsync(string serie, CancellationToken annulation = default)
    {
        if (Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Un numéro sans trou se prend dans la transaction de ce qu'il numérote.");
        }

        if (!await AvancerAsync(serie, annulation))
        {
            await CreerCompteurAsync(serie, annulation);
            await AvancerAsync(serie, annulation);
        }

        return await Compteurs.Where(c => c.Serie == serie).Select(c => c.Dernier).SingleAsync(annulation);
    }

    private async Task<bool> AvancerAsync(string serie, CancellationToken annulation) =>
        await Compteurs
            .Where(c => c.Serie == serie)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Dernier, x => x.Dernier + 1), annulation) > 0;

    /// <summary>Le premier numéro d'une série crée son compteur, sans enregistrer ce que l'appelant a en cours.</summary>
    private async Task CreerCompteurAsync(string serie, CancellationToken annulation)
    {
        try
        {
            await Database.ExecuteSqlAsync(
                $"INSERT INTO Compteurs (Serie, Dernier) SELECT {serie}, 0 WHERE NOT EXISTS (SELECT 1 FROM Compteurs WHERE Serie = {serie})",
                annulation
            );
        }
        catch (DbException)
        {
            // SQL Server: another transaction created it in between; if it is something else, the next update finds no row.
        }
    }

    /// <summary>Ajoute une ligne d'historique qu'aucun événement d'agrégat ne porte.</summary>
    public void Journaliser(LigneDeJournal ligne) => Journal.Add(ligne);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(MarchesDbContext).Assembly);
        foreach (var racine in builder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(Agregat))).ToList())
        {
            var entite = builder.Entity(racine.ClrType);
            entite.Ignore(nameof(Agregat.Cle));
            entite.Ignore(nameof(Agregat.ADesEvenements));
            entite.Ignore(nameof(Agregat.Echeances));
            entite.Property(nameof(Agregat.Version)).IsConcurrencyToken();
        }

        ConfigurerFournisseur(builder);
    }

    /// <summary>Ce que chaque moteur ajoute au modèle commun, une fois celui-ci fixé.</summary>
    protected virtual void ConfigurerFournisseur(ModelBuilder builder) { }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantUtc>().HavePrecision(3);
        foreach (var type in typeof(Agregat).Assembly.GetTypes().Where(EstIdentifiant))
        {
            configurationBuilder.Properties(type).HaveConversion(typeof(IdentifiantEnGuid<>).MakeGenericType(type));
        }
    }

    private static bool EstIdentifiant(Type type) =>
        type.IsValueType
        && Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IIdentifiant<>));

    /// <summary>Les racines dont l'état, celui d'un descendant possédé ou un fait a changé.</summary>
    private List<Agregat> RacinesTouchees()
    {
        // Entries() scans every tracked entity for changes: called once, or saving a thousand children takes seconds.
        var suivis = ChangeTracker.Entries().ToList();
        var proprietaires = new Lazy<Dictionary<(IEntityType, string), EntityEntry>>(() => IndexerProprietaires(suivis));
        var touchees = new HashSet<Agregat>(ReferenceEqualityComparer.Instance);
        foreach (var suivi in suivis)
        {
            if (suivi.Entity is Agregat { ADesEvenements: true } parlante)
            {
                touchees.Add(parlante);
            }

            if (suivi.State is EntityState.Unchanged or EntityState.Detached)
            {
                continue;
            }

            if (Racine(suivi, proprietaires) is { } racine)
            {
                touchees.Add(racine);
            }
        }

        return [.. touchees];
    }

    private static Agregat? Racine(EntityEntry suivi, Lazy<Dictionary<(IEntityType, string), EntityEntry>> proprietaires)
    {
        if (suivi.Entity is Agregat racine)
        {
            return racine;
        }

        // The current collection no longer holds a removed child: its key, as read, still names the owner.
        return
            suivi.Metadata.FindOwnership() is { } possession
            && proprietaires.Value.TryGetValue(
                (possession.PrincipalEntityType, Cle(suivi, possession.Properties)),
                out var parent
            )
            ? Racine(parent, proprietaires)
            : null;
    }

    private static Dictionary<(IEntityType, string), EntityEntry> IndexerProprietaires(List<EntityEntry> suivis) =>
        suivis
            .Where(e => e.Metadata.GetReferencingForeignKeys().Any(f => f.IsOwnership))
            .ToDictionary(e => (e.Metadata, Cle(e, e.Metadata.FindPrimaryKey()!.Properties)));

    private static string Cle(EntityEntry suivi, IReadOnlyList<IProperty> proprietes) =>
        string.Join('|', proprietes.Select(p => suivi.Property(p.Name).OriginalValue));
}
