using CdgMarches.Database;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.Tests.Outils;

/// <summary>Un agrégat d'essai à trois étages, pour éprouver ce que le contexte de données promet à tous.</summary>
public sealed class DossierDEssai : Agregat
{
    private readonly List<VoletDEssai> _volets = [];

    private DossierDEssai() { }

    public DossierDEssai(string titre)
    {
        Id = Guid.CreateVersion7();
        Titre = titre;
        Signaler(new FaitDEssai("Dossier créé"));
    }

    public Guid Id { get; private init; }

    public string Titre { get; private set; } = "";

    public override Guid Cle => Id;

    public IReadOnlyList<VoletDEssai> Volets => _volets;

    /// <summary>Comme les suivantes, ne signale rien : la version doit avancer pour le seul état.</summary>
    public void Renommer(string titre) => Titre = titre;

    public void AjouterVolet(string nom) => _volets.Add(new VoletDEssai(nom));

    public void RetirerVolet(string nom) => _volets.RemoveAll(v => v.Nom == nom);

    public void Annoter(string volet, string texte) => _volets.Find(v => v.Nom == volet)!.Annoter(texte);

    public void Constater() => Signaler(new FaitDEssai("Constat fait"));

    public void Supprimer() => Signaler(new FaitDEssai("Dossier supprimé"));
}

public sealed class VoletDEssai(string nom)
{
    private readonly List<NoteDEssai> _notes = [];

    public string Nom { get; private init; } = nom;

    public IReadOnlyList<NoteDEssai> Notes => _notes;

    public void Annoter(string texte)
    {
        if (_notes is [var premiere, ..])
        {
            premiere.Texte = texte;
            return;
        }

        _notes.Add(new NoteDEssai { Rang = 1, Texte = texte });
    }
}

public sealed class NoteDEssai
{
    public int Rang { get; init; }

    public string Texte { get; set; } = "";
}

public sealed record FaitDEssai(string Libelle) : IEvenementMetier;

/// <summary>Le modèle de l'application, plus l'agrégat d'essai.</summary>
public sealed class ContexteDEssai(DbContextOptions<ContexteDEssai> options) : MarchesDbContext(options)
{
    public DbSet<DossierDEssai> Dossiers => Set<DossierDEssai>();

    /// <summary>Une base SQLite neuve, dans un fichier que l'appelant détruit.</summary>
    public static ContexteDEssai Ouvrir(string fichier) =>
        new(new DbContextOptionsBuilder<ContexteDEssai>().UseSqlite($"Data Source={fichier};Pooling=False").Options);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.Entity<DossierDEssai>(dossier =>
        {
            dossier.HasKey(d => d.Id);
            dossier.Property(d => d.Id).ValueGeneratedNever();
            dossier.OwnsMany(
                d => d.Volets,
                volet =>
                {
                    volet.WithOwner().HasForeignKey("DossierId");
                    volet.HasKey("DossierId", nameof(VoletDEssai.Nom));
                    volet.OwnsMany(
                        v => v.Notes,
                        note =>
                        {
                            note.WithOwner().HasForeignKey("DossierId", "Volet");
                            note.HasKey("DossierId", "Volet", nameof(NoteDEssai.Rang));
                            note.Property(n => n.Rang).ValueGeneratedNever();
                        }
                    );
                }
            );
        });
        base.OnModelCreating(builder);
    }
}
