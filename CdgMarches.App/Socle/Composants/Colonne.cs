using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Socle.Composants;

/// <summary>Une colonne d'une <see cref="Liste{T}"/> ; elle ne rend rien elle-même, la liste la lit.</summary>
public sealed class Colonne<T> : ComponentBase
{
    [CascadingParameter]
    private Liste<T>? Liste { get; set; }

    [Parameter, EditorRequired]
    public string Titre { get; set; } = "";

    /// <summary>Le nom du tri que la lecture connaît ; sans lui la colonne ne se trie pas.</summary>
    [Parameter]
    public string? Tri { get; set; }

    [Parameter]
    public Alignement Alignement { get; set; }

    /// <summary>La première colonne qui nomme la ligne est son en-tête : un lecteur d'écran la répète à chaque cellule.</summary>
    [Parameter]
    public bool Entete { get; set; }

    /// <summary>Masque le titre à l'écran (colonne de boutons) ; il reste lu.</summary>
    [Parameter]
    public bool TitreMasque { get; set; }

    [Parameter]
    public RenderFragment<T>? ChildContent { get; set; }

    internal string Cle => Elements.Identifiant(Titre);

    protected override void OnParametersSet() => Liste?.Annoncer(this);
}
